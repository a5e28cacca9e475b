package io.agentportal.onboarding;

import io.agentportal.genesys.OpenIntegration;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.whatsapp.WhatsAppAccounts.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What the wizard offers to choose from: with the stored credentials (GET), or with those that are
/// being typed (POST). Admins only.
@RestController
@RequestMapping("/api/onboarding")
@PreAuthorize("hasRole('ADMIN')")
class OffersController {
  private final Offers offers;

  OffersController(Offers offers) {
    this.offers = offers;
  }

  record Integrations(List<Integration> integrations) {}

  /// @param status `active`, `creating` or `error`
  /// @param webhookUrl whom Genesys calls for it; null: nobody yet
  record Integration(String id, String name, String status, @Nullable String webhookUrl) {}

  record Numbers(List<Phone> numbers) {}

  @GetMapping("/genesys/integrations")
  Integrations integrations(Caller caller) {
    return shown(offers.integrations(caller.tenantId()));
  }

  @PostMapping("/genesys/integrations")
  Integrations integrations(Caller caller, @RequestBody JsonNode entered) {
    return shown(offers.integrations(caller.tenantId(), entered));
  }

  @GetMapping("/whatsapp/numbers")
  Numbers numbers(Caller caller) {
    return new Numbers(offers.numbers(caller.tenantId()));
  }

  @PostMapping("/whatsapp/numbers")
  Numbers numbers(Caller caller, @RequestBody JsonNode entered) {
    return new Numbers(offers.numbers(caller.tenantId(), entered));
  }

  private static Integrations shown(List<OpenIntegration> all) {
    return new Integrations(
        all.stream()
            .map(each ->
                new Integration(
                    each.id(),
                    each.name(),
                    status(each),
                    each.webhookUrl().isEmpty() ? null : each.webhookUrl()))
            .toList());
  }

  private static String status(OpenIntegration integration) {
    if (integration.problem() != null) {
      return "error";
    }
    return integration.ready() ? "active" : "creating";
  }
}
