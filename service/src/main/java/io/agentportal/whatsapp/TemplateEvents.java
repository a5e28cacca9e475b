package io.agentportal.whatsapp;

import static io.agentportal.whatsapp.AccountTexts.info;
import static io.agentportal.whatsapp.AccountTexts.warning;
import static io.agentportal.whatsapp.AccountTexts.word;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.AccountTexts.News;
import tools.jackson.databind.JsonNode;

/// Sentences for what Meta tells about message templates.
final class TemplateEvents {
  private TemplateEvents() {}

  static String of(JsonNode value) {
    String language = PartnerJson.text(value, "message_template_language");
    return "Template “"
        + PartnerJson.textOr(value, "message_template_name", "?")
        + "”"
        + (language == null ? "" : " (" + language + ")");
  }

  static News status(JsonNode value) {
    if (!value.has("event") && value.has("new_quality_score")) {
      return quality(value);
    }
    String template = of(value);
    String why = reason(value);
    return switch (PartnerJson.textOr(value, "event", "")) {
      case "APPROVED" -> info(template + " was approved.");
      case "REJECTED" -> warning(template + " was rejected." + why);
      case "PAUSED" -> warning(template + " is paused because of low quality." + why);
      case "DISABLED" -> warning(template + " was disabled for good." + why);
      case "FLAGGED" -> warning(template + " may be disabled soon." + why);
      case "REINSTATED" -> info(template + " may be used again.");
      case "LIMIT_EXCEEDED" -> warning(template + " was not taken: too many templates.");
      default -> info(template + ": " + word(value, "event") + "." + why);
    };
  }

  static News quality(JsonNode value) {
    String score = PartnerJson.textOr(value, "new_quality_score", "UNKNOWN");
    String text =
        "Quality of " + of(value) + ": " + MessageTexts.words(PartnerJson.clip(score, 40)) + ".";
    return "RED".equals(score) || "YELLOW".equals(score) ? warning(text) : info(text);
  }

  static News category(JsonNode value) {
    String planned = PartnerJson.text(value, "correct_category");
    return planned == null
        ? warning(of(value) + " is now in category " + word(value, "new_category") + ".")
        : warning(of(value) + " will be moved to category " + MessageTexts.words(planned) + ".");
  }

  private static String reason(JsonNode value) {
    String detail = PartnerJson.text(value.path("rejection_info"), "reason");
    if (detail == null) {
      detail = PartnerJson.text(value.path("other_info"), "description");
    }
    String reason = PartnerJson.text(value, "reason");
    if (detail == null && reason != null && !"NONE".equals(reason)) {
      detail = MessageTexts.words(PartnerJson.clip(reason, 200));
    }
    return detail == null ? "" : " Reason: " + detail + (detail.endsWith(".") ? "" : ".");
  }
}
