package io.agentportal.whatsapp;

import static io.agentportal.whatsapp.AccountTexts.critical;
import static io.agentportal.whatsapp.AccountTexts.info;
import static io.agentportal.whatsapp.AccountTexts.joined;
import static io.agentportal.whatsapp.AccountTexts.warning;
import static io.agentportal.whatsapp.AccountTexts.word;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.AccountTexts.News;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Sentences for the events of Meta's field `account_update`.
final class AccountEvents {
  private AccountEvents() {}

  static News of(JsonNode value) {
    String event = PartnerJson.textOr(value, "event", "");
    return switch (event) {
      case "ACCOUNT_DELETED" -> critical("The WhatsApp account was deleted.");
      case "ACCOUNT_VIOLATION" ->
          warning(
              "Meta found a violation of its policies"
                  + joined(": ", PartnerJson.text(value.path("violation_info"), "violation_type"))
                  + ".");
      case "ACCOUNT_RESTRICTION" ->
          critical("Meta restricts the account" + restrictions(value) + ".");
      case "DISABLED_UPDATE" -> ban(value.path("ban_info"));
      case "ACCOUNT_OFFBOARDED" -> critical("The number was taken off the Cloud API.");
      case "ACCOUNT_RECONNECTED" -> info("The number is connected to the Cloud API again.");
      case "VERIFIED_ACCOUNT" -> info("Meta verified the account.");
      case "PARTNER_ADDED" -> info("The account was shared with a partner.");
      case "PARTNER_REMOVED" -> warning("A partner lost access to the account.");
      case "PARTNER_APP_INSTALLED" -> info("A partner's app was connected to the account.");
      case "PARTNER_APP_UNINSTALLED" ->
          warning("A partner's app was disconnected from the account.");
      case "AD_ACCOUNT_LINKED" -> info("An advertising account was linked.");
      case "MM_LITE_TERMS_SIGNED" -> info("The terms for marketing messages were accepted.");
      case "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" ->
          info("The price of international authentication messages changes for this account.");
      case "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE" ->
          info(
              "Meta set the business' country to "
                  + word(value, "country").toUpperCase(java.util.Locale.ROOT)
                  + ".");
      case "VOLUME_BASED_PRICING_TIER_UPDATE" -> info("The account reached another price tier.");
      default ->
          event.startsWith("PARTNER_CLIENT_CERTIFICATION")
              ? info("The certification of a partner's client: " + word(value, "event") + ".")
              : info("The account changed: " + word(value, "event") + ".");
    };
  }

  private static News ban(JsonNode ban) {
    String date = PartnerJson.text(ban, "waba_ban_date");
    return switch (PartnerJson.textOr(ban, "waba_ban_state", "")) {
      case "DISABLE" -> critical("Meta has disabled the account.");
      case "SCHEDULE_FOR_DISABLE" ->
          critical("Meta will disable the account" + joined(" on ", date) + ".");
      case "REINSTATE" -> info("Meta has reinstated the account.");
      default -> critical("Meta changed the account's ban: " + word(ban, "waba_ban_state") + ".");
    };
  }

  private static String restrictions(JsonNode value) {
    String all =
        PartnerJson.list(value, "restriction_info").stream()
            .map(each -> word(each, "restriction_type"))
            .distinct()
            .limit(10)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : ": " + all;
  }
}
