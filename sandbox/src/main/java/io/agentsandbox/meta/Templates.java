package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The approved templates that every account has.
final class Templates {
  /// @param parameters how many placeholders the body has
  private record Template(
      long id, String name, String language, String category, String text, int parameters) {}

  private static final List<Template> ALL =
      List.of(
          new Template(
              900000000000001L, "hello_world", "en_US", "UTILITY", "Hello! This is a test.", 0),
          new Template(
              900000000000002L,
              "order_update",
              "en_US",
              "UTILITY",
              "Hello {{1}}, your order {{2}} is on its way.",
              2),
          new Template(
              900000000000003L,
              "order_update",
              "es",
              "UTILITY",
              "Hola {{1}}, su pedido {{2}} está en camino.",
              2),
          new Template(
              900000000000004L,
              "appointment_reminder",
              "de",
              "UTILITY",
              "Guten Tag {{1}}, wir erinnern an Ihren Termin am {{2}}.",
              2),
          new Template(
              900000000000005L,
              "we_are_back",
              "en_US",
              "MARKETING",
              "We are back, {{1}}. Would you like to go on with our chat?",
              1));

  private Templates() {}

  static ArrayNode list() {
    ArrayNode list = Json.array();
    for (Template template : ALL) {
      ObjectNode shown =
          list.addObject()
              .put("id", Long.toString(template.id()))
              .put("name", template.name())
              .put("language", template.language())
              .put("status", "APPROVED")
              .put("category", template.category());
      shown.putObject("quality_score").put("score", "GREEN");
      shown.putArray("components").addObject().put("type", "BODY").put("text", template.text());
    }
    return list;
  }

  /// Refuses with 132001 when there is no such template, 132000 when the parameters do not fit.
  static void check(JsonNode content) {
    MessageChecks.required(content, "name", "template.name");
    MessageChecks.required(content.path("language"), "code", "template.language.code");
    String name = Json.text(content, "name");
    String language = Json.text(content.path("language"), "code");
    Template template =
        find(name, language)
            .orElseThrow(() ->
                GraphRefusal.of(
                    404,
                    132_001,
                    "(#132001) Template name does not exist in the translation",
                    "template name (%s) does not exist in %s".formatted(name, language)));
    int given = bodyParameters(content);
    if (given != template.parameters()) {
      throw GraphRefusal.of(
          400,
          132_000,
          "(#132000) Number of parameters does not match the expected number of params",
          "body: number of localizable_params (%d) does not match the expected number of params (%d)"
              .formatted(given, template.parameters()));
    }
  }

  private static Optional<Template> find(String name, String language) {
    return ALL.stream()
        .filter(template -> template.name().equals(name) && template.language().equals(language))
        .findFirst();
  }

  private static int bodyParameters(JsonNode content) {
    for (JsonNode component : content.path("components")) {
      if (Json.text(component, "type").equalsIgnoreCase("body")) {
        return component.path("parameters").size();
      }
    }
    return 0;
  }
}
