package io.agentportal.onboarding;

import io.agentportal.platform.client.PartnerJson;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Step 1: who the organisation is.
@Component
class OrganizationStep {
  private static final Set<String> REGIONS =
      Set.of("north-america", "europe", "asia-pacific", "latin-america");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\"<>(),;:]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\\.[A-Za-z]{2,}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int MAX_NAME = 200;

  /// The section as it is kept.
  ///
  /// @throws io.agentportal.platform.errors.PortalException `VALIDATION_FAILED`
  JsonNode read(JsonNode data) {
    var section = new FormSection("organization", data);
    String companyName =
        section.text(
            "companyName",
            name -> name.length() >= 2 && name.length() <= MAX_NAME,
            "Company name must be at least 2 characters");
    String contactEmail =
        section.text("contactEmail", EMAIL.asMatchPredicate(), "Invalid email address");
    String supportPhone = normalised(section.text("supportPhone"));
    if (!E164.matcher(supportPhone).matches()) {
      section.problem("supportPhone", "Invalid phone number format");
    }
    String region =
        section.text(
            "region",
            REGIONS::contains,
            "Choose one of north-america, europe, asia-pacific and latin-america");
    section.check();
    return PartnerJson.object()
        .put("companyName", companyName)
        .put("contactEmail", contactEmail)
        .put("supportPhone", supportPhone)
        .put("region", region);
  }

  /// E.164 out of what people type: `0049 (30) 12-34` and `+49 30 1234` are the same number.
  static String normalised(String phone) {
    String compact = phone.replaceAll("[\\s().\\-/]", "");
    if (compact.startsWith("00")) {
      return "+" + compact.substring(2);
    }
    return compact.startsWith("+") ? compact : "+" + compact;
  }
}
