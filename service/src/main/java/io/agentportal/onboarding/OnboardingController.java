package io.agentportal.onboarding;

import io.agentportal.credentials.CredentialFacts;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.integration.WebhookUrls;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/onboarding`: the set-up wizard. Admins only.
@RestController
@RequestMapping("/api/onboarding")
@PreAuthorize("hasRole('ADMIN')")
class OnboardingController {
  private final Onboarding onboarding;
  private final OnboardingCompletion completion;
  private final OnboardingStore store;
  private final Vault vault;

  OnboardingController(
      Onboarding onboarding, OnboardingCompletion completion, OnboardingStore store, Vault vault) {
    this.onboarding = onboarding;
    this.completion = completion;
    this.store = store;
    this.vault = vault;
  }

  /// @param data the section of the step by its name, or its members themselves
  record SaveRequest(int step, @Nullable JsonNode data) {}

  /// @param progress what was entered; secrets are `""`, with `has…` and `maskedValue` beside them
  /// @param validationResults of the last connectivity test; null: none yet
  /// @param revision 0: nothing was saved yet
  record ProgressAnswer(
      JsonNode progress,
      int currentStep,
      List<Integer> completedSteps,
      @Nullable JsonNode validationResults,
      int revision) {}

  record CompleteAnswer(WebhookUrls webhookUrls) {}

  @GetMapping("/progress")
  ProgressAnswer progress(Caller caller) {
    var saved =
        store
            .find(caller.tenantId())
            .orElse(new OnboardingStore.Progress(0, 1, List.of(), PartnerJson.object()));
    ObjectNode form = PartnerJson.object();
    form.set("organization", section(saved.form(), "organization"));
    form.set("genesys", genesys(caller.tenantId(), saved.form()));
    form.set("whatsapp", whatsApp(caller.tenantId(), saved.form()));
    return new ProgressAnswer(
        form, saved.currentStep(), saved.completedSteps(), null, saved.revision());
  }

  @PostMapping("/save")
  Onboarding.Saved save(
      Caller caller,
      @RequestBody SaveRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    JsonNode data = request.data() == null ? PartnerJson.object() : request.data();
    return onboarding.save(caller.tenantId(), request.step(), data, revision(ifMatch));
  }

  @PostMapping("/complete")
  CompleteAnswer complete(Caller caller) {
    return new CompleteAnswer(completion.complete(caller.tenantId()));
  }

  private JsonNode genesys(TenantId tenantId, JsonNode form) {
    ObjectNode genesys = section(form, "genesys");
    secret(
        genesys,
        "clientSecret",
        "hasClientSecret",
        facts(tenantId, CredentialKind.GENESYS_CLIENT_SECRET));
    return genesys;
  }

  private JsonNode whatsApp(TenantId tenantId, JsonNode form) {
    ObjectNode whatsApp = section(form, "whatsapp");
    secret(
        whatsApp,
        "systemUserToken",
        "hasSystemUserToken",
        facts(tenantId, CredentialKind.WHATSAPP_TOKEN));
    whatsApp.put("appSecret", "");
    whatsApp.put("hasAppSecret", facts(tenantId, CredentialKind.WHATSAPP_APP_SECRET).isPresent());
    return whatsApp;
  }

  private Optional<CredentialFacts> facts(TenantId tenantId, CredentialKind kind) {
    return vault.facts(tenantId, kind);
  }

  private static ObjectNode section(JsonNode form, String name) {
    return form.path(name) instanceof ObjectNode found ? found.deepCopy() : PartnerJson.object();
  }

  private static void secret(
      ObjectNode section, String name, String hasName, Optional<CredentialFacts> facts) {
    section.put(name, "");
    section.put(hasName, facts.isPresent());
    section.put("maskedValue", facts.map(CredentialFacts::maskedValue).orElse(null));
  }

  private static @Nullable Integer revision(@Nullable String ifMatch) {
    if (ifMatch == null || "*".equals(ifMatch)) {
      return null;
    }
    String digits = ifMatch.replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw PortalException.invalid("If-Match", ifMatch + " (expected: a revision)");
    }
    return Integer.valueOf(digits);
  }
}
