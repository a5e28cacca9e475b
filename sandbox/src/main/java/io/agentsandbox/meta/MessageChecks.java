package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What Meta refuses in a message before it looks at the recipient: missing parts and limits.
///
/// Source: Meta, "Send messages" and the reference page of each message type (read 2026-08).
final class MessageChecks {
  private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "image",
          "video",
          "audio",
          "document",
          "sticker",
          "location",
          "contacts",
          "interactive",
          "reaction",
          "template");
  private static final int TEXT = 4096;
  private static final int CAPTION = 1024;
  private static final int CALLBACK_DATA = 512;
  private static final int CONTACTS = 257;

  private MessageChecks() {}

  /// Answers the type. Refuses with 100, 131008 or 131009.
  static String check(JsonNode body, MediaStore media) {
    String type = body.path("type").asString("text");
    if (!TYPES.contains(type)) {
      throw GraphRefusal.badParameter(
          "Param type must be one of " + TYPES.stream().sorted().toList());
    }
    longest(body, "biz_opaque_callback_data", CALLBACK_DATA);
    JsonNode content = body.path(type);
    if (content.isMissingNode() || content.isNull()) {
      throw GraphRefusal.missing(type);
    }
    if (MEDIA.contains(type)) {
      media(type, content, media);
      return type;
    }
    switch (type) {
      case "text" -> {
        required(content, "body", "text.body");
        longest(content, "body", TEXT);
      }
      case "location" -> location(content);
      case "contacts" -> contacts(content);
      case "reaction" -> required(content, "message_id", "reaction.message_id");
      case "template" -> Templates.check(content);
      case "interactive" -> InteractiveChecks.check(content);
      default -> throw new IllegalStateException("unchecked type " + type);
    }
    return type;
  }

  private static void media(String type, JsonNode content, MediaStore media) {
    String id = Json.text(content, "id");
    String link = Json.text(content, "link");
    if (id.isEmpty() == link.isEmpty()) {
      throw GraphRefusal.badParameter(
          "Exactly one of " + type + ".id and " + type + ".link is needed.");
    }
    if (!id.isEmpty() && media.find(id).isEmpty()) {
      throw GraphRefusal.badParameter("Media with the id " + id + " was not found.");
    }
    longest(content, "caption", CAPTION);
  }

  private static void location(JsonNode content) {
    double latitude = content.path("latitude").asDouble(Double.NaN);
    double longitude = content.path("longitude").asDouble(Double.NaN);
    if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
      throw GraphRefusal.missing("location.latitude, location.longitude");
    }
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw GraphRefusal.invalid("location is outside the world");
    }
  }

  private static void contacts(JsonNode content) {
    if (!content.isArray() || content.isEmpty()) {
      throw GraphRefusal.missing("contacts");
    }
    if (content.size() > CONTACTS) {
      throw GraphRefusal.invalid("contacts: at most " + CONTACTS);
    }
    content.forEach(contact -> required(contact.path("name"), "formatted_name", "contacts.name"));
  }

  static void required(JsonNode node, String member, String parameter) {
    if (Json.text(node, member).isEmpty()) {
      throw GraphRefusal.missing(parameter);
    }
  }

  static void longest(JsonNode node, String member, int limit) {
    int length = Json.text(node, member).length();
    if (length > limit) {
      throw GraphRefusal.invalid(
          "%s: %d characters (at most: %d)".formatted(member, length, limit));
    }
  }
}
