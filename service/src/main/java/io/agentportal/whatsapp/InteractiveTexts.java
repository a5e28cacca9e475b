package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// English sentences for answers to what we offered: buttons, lists, forms, payments, calls.
final class InteractiveTexts {
  private static final int MAX_FIELDS = 50;
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(99_999_999_999L);

  private InteractiveTexts() {}

  static String text(JsonNode interactive) {
    String type = subType(interactive);
    JsonNode reply = interactive.path(type);
    return switch (type) {
      case "button_reply" -> titled(reply, "(button without text)");
      case "list_reply" -> titled(reply, "(list entry without text)");
      case "nfm_reply" -> form(reply);
      case "call_permission_reply" -> callPermission(reply);
      case "payment_method" -> payment(reply);
      default -> {
        // What staff offered elsewhere comes back as an echo, with its body.
        String offered = PartnerJson.text(interactive.path("body"), "text");
        yield offered == null ? unknown(type, reply) : offered;
      }
    };
  }

  private static String subType(JsonNode interactive) {
    String type = PartnerJson.text(interactive, "type");
    if (type != null) {
      return PartnerJson.clip(type, 60);
    }
    return interactive.properties().stream()
        .filter(member -> member.getValue().isObject())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("unknown");
  }

  private static String titled(JsonNode reply, String fallback) {
    String title = PartnerJson.text(reply, "title");
    String shown = title != null ? title : PartnerJson.textOr(reply, "id", fallback);
    String description = PartnerJson.text(reply, "description");
    return description == null ? shown : shown + " (" + description + ")";
  }

  /// A flow or an address form. Its answers are JSON inside a text, and not always an object.
  private static String form(JsonNode reply) {
    String name = PartnerJson.textOr(reply, "name", "flow");
    String head = "address_message".equals(name) ? "Address given" : "Form answered";
    String body = PartnerJson.text(reply, "body");
    String fields = fields(PartnerJson.text(reply, "response_json"));
    String title = body == null || "Sent".equals(body) ? head : head + ": " + body;
    return fields.isEmpty() ? title : title + "\n" + fields;
  }

  private static String fields(@Nullable String json) {
    if (json == null) {
      return "";
    }
    JsonNode answers;
    try {
      answers = PartnerJson.tree(json.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException _) {
      return PartnerJson.clip(json, 1000);
    }
    if (!answers.isObject()) {
      return PartnerJson.clip(value(answers), 1000);
    }
    return answers.properties().stream()
        .filter(field -> !"flow_token".equals(field.getKey()))
        .limit(MAX_FIELDS)
        .map(field -> label(field.getKey()) + ": " + value(field.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String label(String key) {
    String words = MessageTexts.words(PartnerJson.clip(PartnerJson.storable(key), 60));
    return words.isEmpty()
        ? "Answer"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String value(JsonNode value) {
    String text = PartnerJson.text(value);
    if (text != null) {
      return PartnerJson.clip(text, 1000);
    }
    if (value.isBoolean()) {
      return value.asBoolean(false) ? "yes" : "no";
    }
    if (value.isArray()) {
      return value.values().stream()
          .limit(MAX_FIELDS)
          .map(
              each -> Objects.requireNonNullElse(PartnerJson.text(each), PartnerJson.excerpt(each)))
          .collect(Collectors.joining(", "));
    }
    return value.isObject() ? PartnerJson.clip(PartnerJson.excerpt(value), 1000) : "–";
  }

  private static String callPermission(JsonNode reply) {
    if ("reject".equals(PartnerJson.text(reply, "response"))) {
      return "The customer does not want to be called.";
    }
    BigDecimal until = PartnerJson.number(reply, "expiration_timestamp");
    return until == null || until.signum() <= 0 || until.compareTo(LAST_SECOND) > 0
        ? "The customer allows calls."
        : "The customer allows calls until " + Instant.ofEpochSecond(until.longValue()) + ".";
  }

  private static String payment(JsonNode reply) {
    String method = MessageTexts.words(PartnerJson.textOr(reply, "payment_method", "unknown"));
    String digits = PartnerJson.text(reply, "last_four_digits");
    String reference = PartnerJson.text(reply, "reference_id");
    return "Payment method chosen: "
        + method
        + (digits == null ? "" : ", card ending in " + digits)
        + (reference == null ? "" : ", reference " + reference);
  }

  private static String unknown(String type, JsonNode reply) {
    String thing = "Interactive answer (" + MessageTexts.words(type) + ")";
    return Stream.of("title", "text", "body", "name")
        .map(member -> PartnerJson.text(reply, member))
        .filter(Objects::nonNull)
        .findFirst()
        .map(words -> thing + ": " + words)
        .orElse(thing);
  }
}
