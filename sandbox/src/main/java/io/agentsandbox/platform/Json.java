package io.agentsandbox.platform;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as trees: the sandbox reads tolerantly and shows what it received unchanged.
public final class Json {
  /// The one mapper of the program.
  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /// A new empty object.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A new empty array.
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// Reads a document. Throws `MalformedJson` when it is not one.
  public static JsonNode parse(byte[] document) {
    try {
      JsonNode node = MAPPER.readTree(document);
      if (node.isMissingNode()) {
        throw new MalformedJson("empty body", null);
      }
      return node;
    } catch (JacksonException e) {
      throw new MalformedJson(e.getOriginalMessage(), e);
    }
  }

  /// Writes a document as UTF-8.
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// The text of a member, or the empty string when it is absent, null or not a scalar.
  public static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }
}
