package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Sentences for messages that Meta announces but does not hand over.
final class UnsupportedTexts {
  private static final int UNSUPPORTED_TYPE = 131051;
  private static final int MEDIA_NOT_FETCHED = 131052;
  private static final int CONTENT_UNAVAILABLE = 131060;

  private UnsupportedTexts() {}

  /// @param type of the message: tells more than `unsupported` where only the content failed
  /// @param unsupported the object of that name, for the kind of thing it was
  static String text(String type, JsonNode unsupported, List<JsonNode> errors) {
    JsonNode error = errors.isEmpty() ? unsupported.path("none") : errors.getFirst();
    int code = PartnerJson.integer(error, "code", 0);
    return switch (code) {
      case MEDIA_NOT_FETCHED ->
          "The customer sent a file that WhatsApp could not hand over; it may be larger than 100"
              + " MB.";
      case CONTENT_UNAVAILABLE ->
          "The customer sent a message whose content WhatsApp does not hand over. Ask them to send"
              + " it again.";
      case UNSUPPORTED_TYPE, 0 ->
          "The customer sent "
              + thing(type, PartnerJson.textOr(unsupported, "type", ""))
              + " that WhatsApp does not pass on to businesses.";
      default ->
          "The customer sent "
              + thing(type, PartnerJson.textOr(unsupported, "type", ""))
              + " that did not arrive: "
              + reason(error)
              + " ("
              + code
              + ").";
    };
  }

  private static String thing(String type, String kind) {
    return switch (kind) {
      case "" ->
          "unsupported".equals(type) || "unknown".equals(type)
              ? "a message of a kind"
              : "a message (" + MessageTexts.words(type) + ")";
      case "edit" -> "a change to an earlier message";
      case "poll", "poll_creation" -> "a poll";
      case "button" -> "an answer by button";
      case "view_once" -> "a picture or video to be seen once";
      default -> "a message (" + MessageTexts.words(PartnerJson.clip(kind, 60)) + ")";
    };
  }

  private static String reason(JsonNode error) {
    String details = PartnerJson.text(error.path("error_data"), "details");
    String shown =
        details != null ? details : PartnerJson.textOr(error, "title", "no reason given");
    return shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
  }
}
