package io.agentportal.onboarding;

import io.agentportal.credentials.CredentialFacts;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.Tenants;
import io.agentportal.integration.TestReport;
import io.agentportal.onboarding.OnboardingStore.Progress;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How far a tenant's set-up is, as the browser may see it: never a secret.
@Component
class ProgressView {
  private final OnboardingStore store;
  private final Vault vault;
  private final Tenants tenants;
  private final SetUpFacts facts;

  ProgressView(OnboardingStore store, Vault vault, Tenants tenants, SetUpFacts facts) {
    this.store = store;
    this.vault = vault;
    this.tenants = tenants;
    this.facts = facts;
  }

  /// @param progress what was entered, drafts before accepted values; secrets are `""`, with `has…`
  ///   and their mask beside them
  /// @param drafts the steps with changes that are not accepted yet
  /// @param validationResults of the last connectivity test; null: none yet
  /// @param revision 0: nothing was saved yet
  record ProgressAnswer(
      JsonNode progress,
      int currentStep,
      List<Integer> completedSteps,
      List<Integer> drafts,
      TestReport.@Nullable Results validationResults,
      int revision,
      @Nullable Instant savedAt,
      @Nullable Instant testedAt,
      @Nullable Instant deployedAt,
      @Nullable Instant completedAt) {}

  ProgressAnswer of(TenantId tenantId) {
    Optional<Progress> saved = store.find(tenantId);
    Optional<TestReport> tested = facts.lastTest(tenantId);
    ObjectNode form = PartnerJson.object();
    form.set("organization", section(saved, "organization"));
    form.set("genesys", genesys(tenantId, section(saved, "genesys")));
    form.set("whatsapp", whatsApp(tenantId, section(saved, "whatsapp")));
    return new ProgressAnswer(
        form,
        saved.map(Progress::currentStep).orElse(1),
        facts.completedSteps(tenantId),
        drafts(saved),
        tested.map(TestReport::results).orElse(null),
        saved.map(Progress::revision).orElse(0),
        saved.map(Progress::savedAt).orElse(null),
        tested.map(TestReport::testedAt).orElse(null),
        facts.deployedAt(tenantId).orElse(null),
        tenants.find(tenantId).onboardedAt());
  }

  private JsonNode genesys(TenantId tenantId, ObjectNode genesys) {
    var secret = facts(tenantId, CredentialKind.GENESYS_CLIENT_SECRET);
    return genesys
        .put("clientSecret", "")
        .put("hasClientSecret", secret.isPresent())
        .put("maskedValue", mask(secret));
  }

  private JsonNode whatsApp(TenantId tenantId, ObjectNode whatsApp) {
    var token = facts(tenantId, CredentialKind.WHATSAPP_TOKEN);
    var appSecret = facts(tenantId, CredentialKind.WHATSAPP_APP_SECRET);
    return whatsApp
        .put("systemUserToken", "")
        .put("hasSystemUserToken", token.isPresent())
        .put("maskedValue", mask(token))
        .put("appSecret", "")
        .put("hasAppSecret", appSecret.isPresent())
        .put("appSecretMaskedValue", mask(appSecret));
  }

  private Optional<CredentialFacts> facts(TenantId tenantId, CredentialKind kind) {
    return vault.facts(tenantId, kind);
  }

  private static @Nullable String mask(Optional<CredentialFacts> facts) {
    return facts.map(CredentialFacts::maskedValue).orElse(null);
  }

  private static ObjectNode section(Optional<Progress> saved, String name) {
    ObjectNode section = PartnerJson.object();
    for (JsonNode layer : saved.map(p -> List.of(p.form(), p.drafts())).orElse(List.of())) {
      layer.path(name).properties().forEach(each -> section.set(each.getKey(), each.getValue()));
    }
    return section;
  }

  private static List<Integer> drafts(Optional<Progress> saved) {
    return IntStream.rangeClosed(1, StepRules.ALL.size())
        .filter(step ->
            saved.isPresent()
                && saved.get().drafts().path(StepRules.ALL.get(step - 1).section()).isObject())
        .boxed()
        .toList();
  }
}
