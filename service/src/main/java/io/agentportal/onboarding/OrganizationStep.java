package io.agentportal.onboarding;

import io.agentportal.platform.client.PartnerJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Step 1: who the organisation is.
@Component
class OrganizationStep {

  /// The section as it is kept.
  ///
  /// @throws io.agentportal.platform.errors.PortalException `VALIDATION_FAILED`
  JsonNode read(JsonNode data) {
    var section = FormSection.complete(StepRules.ORGANIZATION, data);
    section.check();
    ObjectNode kept = PartnerJson.object();
    StepRules.ORGANIZATION
        .fields()
        .forEach(rule -> kept.put(rule.field(), section.text(rule.field())));
    return kept;
  }
}
