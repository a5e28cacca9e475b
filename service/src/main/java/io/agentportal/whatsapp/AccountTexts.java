package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.Severity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// English sentences for what Meta tells about account, number and templates, and how urgent it is.
///
/// Source: Meta, webhook reference of each field (read 2026-08). A field that is not listed is kept
/// and shown by its name.
final class AccountTexts {
  private AccountTexts() {}

  /// @param text one sentence
  record News(Severity severity, String text) {}

  static News of(String field, JsonNode value) {
    return switch (field) {
      case "account_update" -> AccountEvents.of(value);
      case "account_review_update" -> review(value);
      case "account_alerts" -> alert(value);
      case "business_capability_update" -> info(limits(value));
      case "phone_number_quality_update" -> quality(value);
      case "phone_number_name_update" -> displayName(value);
      case "security" -> security(value);
      case "message_template_status_update" -> TemplateEvents.status(value);
      case "message_template_quality_update" -> TemplateEvents.quality(value);
      case "message_template_components_update" -> info(TemplateEvents.of(value) + " was changed.");
      case "template_category_update" -> TemplateEvents.category(value);
      case "user_preferences" -> info(preference(value));
      case "business_username_update" -> info(username(value));
      case "messages.errors" -> error(value);
      case "messages.payment" -> info("A payment changed: " + word(value, "status") + ".");
      case "flows" -> flow(value);
      case "standby", "messaging_handovers" ->
          warning("Meta's own assistant holds chats of this number until an agent writes.");
      default -> info(byName(field));
    };
  }

  /// Fields that nobody has to act on, by what they are.
  private static String byName(String field) {
    return switch (field) {
      case "calls" -> "A call was made, answered or ended; calls stay outside of Genesys.";
      case "history" -> "WhatsApp handed over older messages of this number.";
      case "smb_app_state_sync" -> "WhatsApp handed over contacts of the phone app.";
      case "user_id_update" -> "WhatsApp gave customers new user ids.";
      case "group_lifecycle_update" -> "A group was made or deleted.";
      case "group_participants_update" -> "People joined or left a group.";
      case "group_settings_update" -> "The settings of a group changed.";
      case "group_status_update" -> "A group was suspended or released.";
      case "account_settings_update" -> "The account's settings changed.";
      case "payment_configuration_update" -> "The account's payment set-up changed.";
      case "partner_solutions" -> "The account's solution with a partner changed.";
      case "automatic_events" -> "Meta recognised an event in a chat.";
      case "consumer_profile" -> "A customer's profile changed.";
      default -> "WhatsApp told about “" + MessageTexts.words(field) + "”.";
    };
  }

  private static News review(JsonNode value) {
    return switch (PartnerJson.textOr(value, "decision", "")) {
      case "APPROVED" -> info("Meta approved the account.");
      case "REJECTED" -> critical("Meta rejected the account.");
      default -> info("Meta's review of the account: " + word(value, "decision") + ".");
    };
  }

  private static News alert(JsonNode value) {
    JsonNode alert = value.path("alert_info").isObject() ? value.path("alert_info") : value;
    String text =
        Objects.requireNonNullElse(
            PartnerJson.text(alert, "alert_description"),
            "Meta alerts: " + word(alert, "alert_type") + ".");
    return switch (PartnerJson.textOr(alert, "alert_severity", "")) {
      case "CRITICAL" -> critical(text);
      case "WARNING" -> warning(text);
      default -> info(text);
    };
  }

  private static String limits(JsonNode value) {
    String daily = PartnerJson.text(value, "max_daily_conversations_per_business");
    String perNumber = PartnerJson.text(value, "max_daily_conversation_per_phone");
    String most = daily != null ? daily : perNumber;
    String numbers =
        PartnerJson.textOr(
            value,
            "max_phone_numbers_per_business",
            PartnerJson.textOr(value, "max_phone_numbers_per_waba", ""));
    return "The account's limits changed"
        + joined(
            ": ",
            most == null ? null : tier(most) + " customers a day outside of chats",
            numbers.isEmpty() ? null : numbers + " numbers")
        + ".";
  }

  private static News quality(JsonNode value) {
    String number = number(value);
    String limit = PartnerJson.text(value, "current_limit");
    String now =
        limit == null
            ? ""
            : " It may write to " + tier(limit) + " customers a day outside of chats.";
    return switch (PartnerJson.textOr(value, "event", "")) {
      case "FLAGGED" -> warning("The quality of " + number + " is low." + now);
      case "DOWNGRADE" -> warning("The limit of " + number + " was lowered." + now);
      case "UNFLAGGED" -> info("The quality of " + number + " is good again." + now);
      case "UPGRADE" -> info("The limit of " + number + " was raised." + now);
      case "THROUGHPUT_UPGRADE" -> info("The speed of " + number + " was raised." + now);
      case "ONBOARDING" -> info(number + " was connected." + now);
      default -> info("The quality of " + number + ": " + word(value, "event") + "." + now);
    };
  }

  private static News displayName(JsonNode value) {
    String name = PartnerJson.textOr(value, "requested_verified_name", "?");
    String reason = PartnerJson.text(value, "rejection_reason");
    String why =
        reason == null || "NONE".equals(reason)
            ? ""
            : " Reason: " + MessageTexts.words(reason) + ".";
    String decision = PartnerJson.textOr(value, "decision", "");
    String text = "Display name “" + name + "” of " + number(value) + ": ";
    return "REJECTED".equals(decision) || "DECLINED".equals(decision)
        ? warning(text + "rejected." + why)
        : info(text + word(value, "decision") + "." + why);
  }

  private static News security(JsonNode value) {
    return switch (PartnerJson.textOr(value, "event", "")) {
      case "PIN_CHANGED" -> warning("The PIN of " + number(value) + " was changed.");
      case "PIN_RESET_REQUEST" ->
          warning("Somebody asked to reset the PIN of " + number(value) + ".");
      case "PIN_REQUEST_SUCCESS" -> warning("The PIN of " + number(value) + " was reset.");
      default -> warning("Security of " + number(value) + ": " + word(value, "event") + ".");
    };
  }

  private static String preference(JsonNode value) {
    List<JsonNode> preferences = PartnerJson.list(value, "user_preferences");
    JsonNode first = preferences.isEmpty() ? value : preferences.getFirst();
    String who =
        PartnerJson.textOr(first, "wa_id", PartnerJson.textOr(first, "user_id", "A customer"));
    return switch (PartnerJson.textOr(first, "value", "")) {
      case "stop" -> who + " wants no more marketing messages.";
      case "resume" -> who + " wants marketing messages again.";
      default -> who + " changed a preference.";
    };
  }

  private static String username(JsonNode value) {
    String name = PartnerJson.text(value, "username");
    return "User name "
        + (name == null ? "" : "“" + name + "” ")
        + "of "
        + number(value)
        + ": "
        + word(value, "status")
        + ".";
  }

  private static News error(JsonNode error) {
    int code = PartnerJson.integer(error, "code", 0);
    String details = PartnerJson.text(error.path("error_data"), "details");
    String title = PartnerJson.textOr(error, "title", "no reason given");
    return warning(
        "WhatsApp reports a problem: " + (details == null ? title : details) + " (" + code + ").");
  }

  private static News flow(JsonNode value) {
    String message = PartnerJson.text(value, "message");
    String text = message == null ? "A form: " + word(value, "event") + "." : message;
    return "FLOW_STATUS_CHANGE".equals(PartnerJson.text(value, "event"))
        ? info(text)
        : warning(text);
  }

  private static String number(JsonNode value) {
    String number = PartnerJson.text(value, "display_phone_number");
    return number == null ? "the number" : number.startsWith("+") ? number : "+" + number;
  }

  private static String tier(String limit) {
    String plain = limit.startsWith("TIER_") ? limit.substring(5) : limit;
    return "-1".equals(plain) || "UNLIMITED".equals(plain) ? "any number of" : plain;
  }

  static String word(JsonNode value, String member) {
    return MessageTexts.words(
        PartnerJson.clip(PartnerJson.textOr(value, member, "not named"), 100));
  }

  static String joined(String head, @Nullable String... parts) {
    String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : head + all;
  }

  static News info(String text) {
    return new News(Severity.INFO, PartnerJson.clip(text, 1000));
  }

  static News warning(String text) {
    return new News(Severity.WARNING, PartnerJson.clip(text, 1000));
  }

  static News critical(String text) {
    return new News(Severity.CRITICAL, PartnerJson.clip(text, 1000));
  }
}
