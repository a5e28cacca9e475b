package io.agentportal.platform.client;

import io.agentportal.platform.client.HttpOutcome.Answered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads partners' JSON as trees, where every member may be missing, of another type or new.
/// Nothing here throws for what a tree holds.
public final class PartnerJson {
  /// The longest text that is taken over, in characters; more is cut.
  public static final int MAX_TEXT = 20_000;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");
  private static final long HIGHEST_SECOND = 100_000_000_000L;
  private static final BigDecimal LAST_MILLISECOND = BigDecimal.valueOf(100_000_000_000_000L);
  private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

  private PartnerJson() {}

  /// @throws JacksonException if the bytes are no JSON
  public static JsonNode tree(byte[] json) {
    return MAPPER.readTree(json);
  }

  /// The body of an answer; a missing node if it is no JSON.
  public static JsonNode tree(Answered answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  public static ObjectNode object(Map<String, ?> members) {
    return MAPPER.valueToTree(members);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static byte[] bytes(JsonNode tree) {
    return MAPPER.writeValueAsBytes(tree);
  }

  /// A text or number member as text; null if it is missing, blank or of another type.
  public static @Nullable String text(JsonNode node, String member) {
    return text(node.path(member));
  }

  /// A text or number as text; null if it is missing, blank or of another type.
  public static @Nullable String text(JsonNode node) {
    if (node.isNumber()) {
      return node.asString();
    }
    if (!node.isString()) {
      return null;
    }
    String clean = storable(node.stringValue());
    return clean.isBlank() ? null : clip(clean, MAX_TEXT);
  }

  public static String textOr(JsonNode node, String member, String fallback) {
    return Objects.requireNonNullElse(text(node, member), fallback);
  }

  /// A number or numeric text; null for anything else.
  public static @Nullable BigDecimal number(JsonNode node, String member) {
    String text = text(node, member);
    if (text == null || text.length() > 40) {
      return null;
    }
    try {
      var number = new BigDecimal(text.strip());
      // A tiny text such as 1e999999999 would be a gigantic number once it is calculated with.
      return Math.abs((long) number.scale()) > 30 ? null : number;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  public static int integer(JsonNode node, String member, int fallback) {
    BigDecimal number = number(node, member);
    return number == null || number.abs().compareTo(MAX_INTEGER) > 0 ? fallback : number.intValue();
  }

  /// Epoch seconds (or milliseconds) as text or number. What is missing, before WhatsApp existed or
  /// more than a day ahead of `received` is replaced by `received`.
  public static Instant time(JsonNode node, String member, Instant received) {
    BigDecimal number = number(node, member);
    if (number == null || number.signum() <= 0 || number.compareTo(LAST_MILLISECOND) > 0) {
      return received;
    }
    long value = number.longValue();
    Instant at =
        value < HIGHEST_SECOND ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    return at.isBefore(EARLIEST) || at.isAfter(received.plusSeconds(86_400)) ? received : at;
  }

  /// The elements of an array member; the member itself if it is a lone object; otherwise none.
  public static List<JsonNode> list(JsonNode node, String member) {
    JsonNode found = node.path(member);
    if (found.isArray()) {
      return List.copyOf(found.values());
    }
    return found.isObject() ? List.of(found) : List.of();
  }

  /// The first characters of a tree's JSON.
  public static String excerpt(JsonNode node) {
    return clip(storable(node.toString()), 4096);
  }

  /// Cuts to a number of characters, never through a pair of surrogates; shows the cut as `…`.
  public static String clip(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
    return text.substring(0, end) + "…";
  }

  /// PostgreSQL takes no NUL in a text, UTF-8 no half of a surrogate pair; JSON allows both.
  public static String storable(String text) {
    if (isStorable(text)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
