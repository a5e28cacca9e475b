package io.agentportal.onboarding;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Saves the set-up, step by step. A step counts once the partner agrees with what was entered.
@Service
class Onboarding {
  static final int LAST_STEP = 5;

  private final Steps steps;
  private final OnboardingStore store;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Onboarding(
      Steps steps,
      OnboardingStore store,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.steps = steps;
    this.store = store;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// The steps that have something to enter.
  @Component
  record Steps(OrganizationStep organization, GenesysStep genesys, WhatsAppStep whatsApp) {}

  /// @param revision to build the next save on
  record Saved(int revision, Instant savedAt) {}

  /// Saves one step.
  ///
  /// @param expected the revision that the browser knows; null: it does not care
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `CONFLICT`,
  ///   `GENESYS_UNAVAILABLE`, `SERVICE_UNAVAILABLE`
  Saved save(TenantId tenantId, int step, JsonNode data, @Nullable Integer expected) {
    return switch (step) {
      case 1 -> {
        JsonNode section = steps.organization().read(data);
        yield keep(tenantId, step, "organization", section, expected, () -> {});
      }
      case 2 -> {
        GenesysStep.Checked checked = steps.genesys().check(tenantId, data);
        yield keep(
            tenantId,
            step,
            "genesys",
            checked.section(),
            expected,
            () -> steps.genesys().store(tenantId, checked));
      }
      case 3 -> {
        WhatsAppStep.Checked checked = steps.whatsApp().check(tenantId, data);
        yield keep(
            tenantId,
            step,
            "whatsapp",
            checked.section(),
            expected,
            () -> steps.whatsApp().store(tenantId, checked));
      }
      case 4, LAST_STEP -> keep(tenantId, step, "", PartnerJson.object(), expected, () -> {});
      default -> throw PortalException.invalid("step", step + " (expected: 1..5)");
    };
  }

  private Saved keep(
      TenantId tenantId,
      int step,
      String name,
      JsonNode section,
      @Nullable Integer expected,
      Runnable more) {
    JsonNode form = name.isEmpty() ? PartnerJson.object() : PartnerJson.object().set(name, section);
    Instant now = clock.instant();
    return transaction.execute(_ -> {
      more.run();
      int revision =
          store
              .save(tenantId, step, form, expected, now)
              .orElseThrow(() ->
                  new PortalException(
                      ErrorCode.CONFLICT,
                      "Somebody else changed the set-up in the meantime. Please reload."));
      audit.record(
          new AuditEvent(
              tenantId,
              Actor.current(),
              "onboarding.saved",
              "tenant:" + tenantId,
              Map.of("step", step, "revision", revision)));
      return new Saved(revision, now);
    });
  }
}
