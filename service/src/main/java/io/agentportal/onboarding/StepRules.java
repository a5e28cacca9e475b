package io.agentportal.onboarding;

import java.util.List;

/// The fields of one step of the set-up.
///
/// @param section the member of the form that holds them
record StepRules(String section, List<FieldRule> fields) {
  private static final String META_ID = "^[0-9]{10,32}$";
  private static final int MAX_META_ID = 32;
  private static final String UUID =
      "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
  private static final int MAX_UUID = 36;

  /// Step 1.
  static final StepRules ORGANIZATION =
      new StepRules(
          "organization",
          List.of(
              FieldRule.text("companyName", 2, 200, "Company name must be at least 2 characters"),
              FieldRule.matching(
                  "contactEmail",
                  "^[^\\s@\"<>(),;:]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\\."
                      + "[A-Za-z]{2,}$",
                  320,
                  "Invalid email address"),
              FieldRule.phone(
                  "supportPhone", "^\\+[1-9][0-9]{6,14}$", 40, "Invalid phone number format"),
              FieldRule.choice(
                  "region",
                  "Choose one of north-america, europe, asia-pacific and latin-america",
                  "north-america",
                  "europe",
                  "asia-pacific",
                  "latin-america")));

  /// Step 2.
  static final StepRules GENESYS =
      new StepRules(
          "genesys",
          List.of(
              FieldRule.matching(
                  "clientId",
                  "^[\\x21-\\x39\\x3b-\\x7e]{10,200}$",
                  200,
                  "Invalid client ID format"),
              FieldRule.secret("clientSecret", true, 20, "Client secret is required"),
              FieldRule.choice("region", "Choose a Genesys region"),
              FieldRule.choice("environment", "Choose production or test", "production", "test"),
              FieldRule.optional("integrationId", UUID, MAX_UUID, "Choose an integration"),
              FieldRule.optional("flowId", UUID, MAX_UUID, "Flow ID must be a UUID")));

  /// Step 3.
  static final StepRules WHATSAPP =
      new StepRules(
          "whatsapp",
          List.of(
              FieldRule.matching("wabaId", META_ID, MAX_META_ID, "WABA ID must be numeric"),
              FieldRule.matching(
                  "phoneNumberId", META_ID, MAX_META_ID, "Phone Number ID must be numeric"),
              FieldRule.secret("systemUserToken", true, 100, "Invalid token format"),
              FieldRule.secret("appSecret", false, 20, "Invalid app secret format"),
              FieldRule.optional("appId", "^[0-9]{5,32}$", MAX_META_ID, "App ID must be numeric")));

  static final List<StepRules> ALL = List.of(ORGANIZATION, GENESYS, WHATSAPP);

  /// The rules of a few of the fields, for calls that ask no more.
  StepRules only(String... names) {
    List<String> wanted = List.of(names);
    return new StepRules(
        section, fields.stream().filter(each -> wanted.contains(each.field())).toList());
  }
}
