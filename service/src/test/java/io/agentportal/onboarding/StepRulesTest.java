package io.agentportal.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The rules of the form, as the browser's are held to them: `contract/rules/onboarding.json`,
/// written anew with `-Dcontract.rewrite=true`.
class StepRulesTest {
  private static final Path FILE = Path.of("..", "contract", "rules", "onboarding.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// A value and whether both sides take it.
  record Sample(String section, String field, String value, boolean ok) {}

  static List<Sample> samples() {
    return Stream.of(organization(), genesys(), whatsApp()).flatMap(List::stream).toList();
  }

  private static List<Sample> organization() {
    String section = "organization";
    return List.of(
        new Sample(section, "companyName", "Northwind", true),
        new Sample(section, "companyName", "李宁", true),
        new Sample(section, "companyName", "A", false),
        new Sample(section, "companyName", "", false),
        new Sample(section, "companyName", "A".repeat(200), true),
        new Sample(section, "companyName", "A".repeat(201), false),
        new Sample(section, "contactEmail", "ann.lee+care@northwind.example", true),
        new Sample(section, "contactEmail", "nobody", false),
        new Sample(section, "contactEmail", "a b@northwind.example", false),
        new Sample(section, "contactEmail", "a@northwind", false),
        new Sample(section, "supportPhone", "+49 30 1234567", true),
        new Sample(section, "supportPhone", "0049 (30) 123-4567", true),
        new Sample(section, "supportPhone", "15550100201", true),
        new Sample(section, "supportPhone", "12", false),
        new Sample(section, "supportPhone", "+1234567890123456", false),
        new Sample(section, "supportPhone", "+49 30 CALL ME", false),
        new Sample(section, "region", "europe", true),
        new Sample(section, "region", "moon", false));
  }

  private static List<Sample> genesys() {
    String section = "genesys";
    String uuid = "528c0cf9-286b-40b3-a14c-003c1d754413";
    return List.of(
        new Sample(section, "clientId", uuid, true),
        new Sample(section, "clientId", "short", false),
        new Sample(section, "clientId", "has spaces inside", false),
        new Sample(section, "clientId", "user:password", false),
        new Sample(section, "clientSecret", "x".repeat(20), true),
        new Sample(section, "clientSecret", "x".repeat(19), false),
        new Sample(section, "clientSecret", "x".repeat(4097), false),
        new Sample(section, "clientSecret", "two words with a space", false),
        new Sample(section, "environment", "test", true),
        new Sample(section, "environment", "staging", false),
        new Sample(section, "integrationId", uuid, true),
        new Sample(section, "integrationId", "", true),
        new Sample(section, "integrationId", "../../users/me", false),
        new Sample(section, "flowId", "flow", false));
  }

  private static List<Sample> whatsApp() {
    String section = "whatsapp";
    return List.of(
        new Sample(section, "wabaId", "340000000000101", true),
        new Sample(section, "wabaId", "34000000a000101", false),
        new Sample(section, "wabaId", "123456789", false),
        new Sample(section, "phoneNumberId", "340000000000201", true),
        new Sample(section, "phoneNumberId", "+15550100201", false),
        new Sample(section, "systemUserToken", "E".repeat(100), true),
        new Sample(section, "systemUserToken", "E".repeat(99), false),
        new Sample(section, "appSecret", "", true),
        new Sample(section, "appSecret", "3403b2b40ffddc020d0cc53690e71d29", true),
        new Sample(section, "appSecret", "3403b2b4", false),
        new Sample(section, "appId", "", true),
        new Sample(section, "appId", "340000000000301", true),
        new Sample(section, "appId", "my-app", false));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void judgesEachSample(Sample sample) {
    FieldRule rule = rule(sample);

    assertThat(rule.allows(rule.normalised(sample.value()))).isEqualTo(sample.ok());
  }

  @Test
  void areTheRulesThatTheBrowserIsHeldTo() throws IOException {
    String rules = JSON.writeValueAsString(document()) + "\n";

    if (Boolean.getBoolean("contract.rewrite")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, rules);
    }

    assertThat(rules).isEqualTo(Files.readString(FILE));
  }

  private static FieldRule rule(Sample sample) {
    return StepRules.ALL.stream()
        .filter(step -> step.section().equals(sample.section()))
        .flatMap(step -> step.fields().stream())
        .filter(each -> each.field().equals(sample.field()))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode document() {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode sections = document.putObject("rules");
    for (StepRules step : StepRules.ALL) {
      ObjectNode section = sections.putObject(step.section());
      for (FieldRule rule : step.fields()) {
        ObjectNode shown =
            section
                .putObject(rule.field())
                .put("required", rule.required())
                .put("secret", rule.isSecret())
                .put("minLength", rule.minLength())
                .put("maxLength", rule.maxLength())
                .put("pattern", rule.pattern())
                .put("message", rule.message());
        ArrayNode choices = shown.putArray("oneOf");
        rule.oneOf().forEach(choices::add);
      }
    }
    document.set("samples", JSON.valueToTree(samples()));
    return document;
  }
}
