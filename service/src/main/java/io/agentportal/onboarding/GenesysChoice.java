package io.agentportal.onboarding;

import io.agentportal.integration.DeploymentChoice;
import io.agentportal.onboarding.OnboardingStore.Progress;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What was accepted in step 2, for the deployment.
@Component
class GenesysChoice implements DeploymentChoice {
  private final OnboardingStore store;

  GenesysChoice(OnboardingStore store) {
    this.store = store;
  }

  @Override
  public Choice of(TenantId tenantId) {
    JsonNode section =
        store.find(tenantId).map(Progress::form).orElse(PartnerJson.object()).path("genesys");
    return new Choice(
        Optional.ofNullable(PartnerJson.text(section, "integrationId")),
        Optional.ofNullable(PartnerJson.text(section, "flowId")));
  }
}
