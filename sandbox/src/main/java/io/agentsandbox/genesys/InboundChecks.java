package io.agentsandbox.genesys;

import io.agentsandbox.platform.Json;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What Genesys refuses in calls that bring something from the customer's side. Required members
/// and enumerations are those of the public API definition.
final class InboundChecks {
  private static final Set<String> ID_TYPES = Set.of("email", "phone", "opaque");
  private static final Set<String> MEDIA_TYPES = Set.of("Image", "Video", "Audio", "File", "Link");
  private static final Set<String> RECEIPTS = Set.of("Delivered", "Failed");
  private static final Set<String> REASONS =
      Set.of(
          "MessageExpired",
          "RateLimited",
          "MessageNotAllowed",
          "GeneralError",
          "UnsupportedMessage",
          "UnknownMessage",
          "InvalidMessageStructure",
          "InvalidDestination",
          "ServerError",
          "MediaTypeNotAllowed",
          "InvalidMediaContentLength",
          "RecipientOptedOut");
  private static final Set<String> BUTTON_TYPES = Set.of("Button", "QuickReply", "DatePicker");

  private InboundChecks() {}

  static void message(JsonNode body) {
    channel(body, "from");
    metadata(body.path("metadata"));
    JsonNode content = body.path("content");
    if (Json.text(body, "text").isBlank() && content.isEmpty()) {
      throw GenesysRefusal.badRequest(
          "The request failed schema validation: instance matches none of anyOf: required"
              + " property [.text] or [.content] is missing");
    }
    content.forEach(InboundChecks::content);
  }

  static void receipt(JsonNode body) {
    required(body, "id");
    channel(body, "to");
    required(body, "status");
    String status = Json.text(body, "status");
    if (!RECEIPTS.contains(status)) {
      throw GenesysRefusal.invalidValue(status, "Status");
    }
    for (JsonNode reason : body.path("reasons")) {
      required(reason, "message");
      String code = Json.text(reason, "code");
      if (!code.isEmpty() && !REASONS.contains(code)) {
        throw GenesysRefusal.invalidValue(code, "Code");
      }
    }
  }

  static void event(JsonNode body) {
    channel(body, "from");
    JsonNode events = body.path("events");
    if (!events.isArray() || events.isEmpty()) {
      throw missing("events");
    }
    for (JsonNode event : events) {
      String type = Json.text(event, "eventType");
      if (!type.equals("Typing")) {
        throw GenesysRefusal.invalidValue(type, "EventType");
      }
    }
  }

  static void structured(JsonNode body) {
    channel(body, "from");
    required(body, "originatingMessageId");
    JsonNode button = body.path("buttonResponse");
    required(button, "text");
    required(button, "payload");
    String type = Json.text(button, "type");
    if (!type.isEmpty() && !BUTTON_TYPES.contains(type)) {
      throw GenesysRefusal.invalidValue(type, "Type");
    }
  }

  private static void channel(JsonNode body, String side) {
    JsonNode channel = body.path("channel");
    if (!channel.isObject()) {
      throw missing("channel");
    }
    JsonNode party = channel.path(side);
    if (Json.text(party, "id").isBlank()) {
      throw missing("channel." + side + ".id");
    }
    String idType = Json.text(party, "idType");
    if (idType.isEmpty() && side.equals("from")) {
      throw missing("channel.from.idType");
    }
    if (!idType.isEmpty() && !ID_TYPES.contains(idType.toLowerCase(java.util.Locale.ROOT))) {
      throw GenesysRefusal.invalidValue(idType, "IdType");
    }
    time(Json.text(channel, "time"));
  }

  private static void time(String time) {
    if (time.isEmpty()) {
      throw missing("channel.time");
    }
    try {
      OffsetDateTime.parse(time);
    } catch (DateTimeException _) {
      throw GenesysRefusal.of(400, "invalid.date", "Value [" + time + "] is not a valid date.");
    }
  }

  private static void metadata(JsonNode metadata) {
    for (JsonNode value : metadata) {
      if (!value.isString()) {
        throw GenesysRefusal.badRequest(
            "The request could not be understood: metadata must be a map of strings");
      }
    }
  }

  private static void content(JsonNode content) {
    if (!Json.text(content, "contentType").equals("Attachment")) {
      return;
    }
    JsonNode attachment = content.path("attachment");
    required(attachment, "url");
    required(attachment, "mime");
    String mediaType = Json.text(attachment, "mediaType");
    if (!MEDIA_TYPES.contains(mediaType)) {
      throw GenesysRefusal.invalidValue(mediaType, "MediaType");
    }
  }

  private static void required(JsonNode node, String member) {
    if (Json.text(node, member).isBlank()) {
      throw missing(member);
    }
  }

  private static GenesysRefusal missing(String member) {
    return GenesysRefusal.badRequest("The request is missing a required property: " + member);
  }
}
