package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// English sentences for what customers send, one method per type. Members may be missing.
final class MessageTexts {
  private static final int MAX_LINES = 50;

  private MessageTexts() {}

  static String media(String kind, JsonNode media, boolean voice) {
    String caption = PartnerJson.text(media, "caption");
    String fileName = PartnerJson.text(media, "filename");
    String thing =
        switch (kind) {
          case "image" -> "Image";
          case "video" -> "Video";
          case "audio" -> voice ? "Voice message" : "Audio";
          case "sticker" ->
              media.path("animated").asBoolean(false) ? "Animated sticker" : "Sticker";
          default -> fileName == null ? "Document" : "Document " + fileName;
        };
    return caption == null ? thing : thing + ": " + caption;
  }

  static String location(JsonNode location) {
    BigDecimal latitude = PartnerJson.number(location, "latitude");
    BigDecimal longitude = PartnerJson.number(location, "longitude");
    String place =
        joined(", ", PartnerJson.text(location, "name"), PartnerJson.text(location, "address"));
    if (latitude == null || longitude == null) {
      return place.isEmpty() ? "Location (not given)" : "Location: " + place;
    }
    String coordinates = degrees(latitude) + ", " + degrees(longitude);
    return place.isEmpty()
        ? "Location: " + coordinates
        : "Location: " + place + " (" + coordinates + ")";
  }

  static String contacts(JsonNode message) {
    List<String> cards =
        PartnerJson.list(message, "contacts").stream()
            .limit(MAX_LINES)
            .map(MessageTexts::contact)
            .toList();
    String asked =
        "contact_request".equals(PartnerJson.text(message, "origin")) ? " (asked for)" : "";
    return switch (cards.size()) {
      case 0 -> "Contact (empty)";
      case 1 -> "Contact" + asked + ": " + cards.getFirst();
      default -> "Contacts" + asked + ":\n" + String.join("\n", cards);
    };
  }

  private static String contact(JsonNode card) {
    JsonNode name = card.path("name");
    String given =
        joined(" ", PartnerJson.text(name, "first_name"), PartnerJson.text(name, "last_name"));
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(PartnerJson.textOr(name, "formatted_name", given));
    parts.add(PartnerJson.text(card.path("org"), "company"));
    for (JsonNode phone : PartnerJson.list(card, "phones")) {
      String number = PartnerJson.text(phone, "phone");
      parts.add(number != null ? number : PartnerJson.text(phone, "wa_id"));
    }
    for (JsonNode email : PartnerJson.list(card, "emails")) {
      parts.add(PartnerJson.text(email, "email"));
    }
    String text =
        parts.stream()
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "without name or number" : PartnerJson.clip(text, 500);
  }

  static String button(JsonNode button) {
    String text = PartnerJson.text(button, "text");
    return text != null ? text : PartnerJson.textOr(button, "payload", "(button without text)");
  }

  static String reaction(JsonNode reaction) {
    String emoji = PartnerJson.text(reaction, "emoji");
    return emoji == null ? "Reaction removed" : "Reacted with " + emoji;
  }

  static String system(JsonNode system) {
    String body = PartnerJson.text(system, "body");
    if (body != null) {
      return body;
    }
    String waId = PartnerJson.text(system, "wa_id");
    return switch (PartnerJson.textOr(system, "type", "")) {
      case "user_changed_number", "customer_changed_number" ->
          "The customer changed their phone number" + (waId == null ? "." : " to +" + waId + ".");
      case "user_changed_user_id" -> "The customer changed their WhatsApp identity.";
      case "customer_identity_changed" ->
          "The customer's security code changed: they may have a new phone.";
      default -> "WhatsApp reports a change about this customer.";
    };
  }

  static String order(JsonNode order) {
    List<JsonNode> items = PartnerJson.list(order, "product_items");
    Map<String, BigDecimal> totals = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    BigDecimal count = BigDecimal.ZERO;
    for (JsonNode item : items) {
      BigDecimal quantity = quantity(item);
      BigDecimal price = PartnerJson.number(item, "item_price");
      String currency = PartnerJson.textOr(item, "currency", "");
      count = count.add(quantity);
      if (price != null) {
        totals.merge(currency, price.multiply(quantity), BigDecimal::add);
      }
      lines.add(orderLine(item, quantity, price, currency));
    }
    String note = PartnerJson.text(order, "text");
    return "Order: "
        + (count.compareTo(BigDecimal.ONE) == 0 ? "1 item" : plain(count) + " items")
        + totals.entrySet().stream()
            .map(total -> ", " + money(total.getValue(), total.getKey()))
            .collect(Collectors.joining())
        + lines.stream().limit(MAX_LINES).map(line -> "\n" + line).collect(Collectors.joining())
        + (lines.size() > MAX_LINES ? "\n…" : "")
        + (note == null ? "" : "\nNote: " + note);
  }

  private static String orderLine(
      JsonNode item, BigDecimal quantity, @Nullable BigDecimal price, String currency) {
    return plain(quantity)
        + " × "
        + PartnerJson.textOr(item, "product_retailer_id", "unnamed product")
        + (price == null ? "" : " at " + money(price, currency));
  }

  private static BigDecimal quantity(JsonNode item) {
    return Objects.requireNonNullElse(PartnerJson.number(item, "quantity"), BigDecimal.ONE);
  }

  /// What staff sent through another system: Meta names the template, not its words.
  static String template(JsonNode template) {
    String name = PartnerJson.text(template, "name");
    return name == null ? "Template message" : "Template message: " + words(name);
  }

  /// A type nobody has told us about: its words, if it has some, and its name.
  static String unknown(String type, JsonNode object) {
    String words =
        Stream.of("body", "text", "caption", "title", "name")
            .map(member -> PartnerJson.text(object, member))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    String thing = "Message of a new kind (" + words(type) + ")";
    return words == null ? thing : thing + ": " + words;
  }

  /// `first_name` and `first-name` as people write it: `first name`.
  static String words(String identifier) {
    return identifier.replaceAll("[_\\-\\s]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static String joined(String separator, @Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
  }

  private static String money(BigDecimal amount, String currency) {
    String shown =
        amount
            .setScale(Math.max(2, Math.min(amount.scale(), 4)), RoundingMode.HALF_UP)
            .toPlainString();
    return currency.isEmpty() ? shown : shown + " " + PartnerJson.clip(currency, 10);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String degrees(BigDecimal value) {
    return plain(value.setScale(6, RoundingMode.HALF_UP));
  }
}
