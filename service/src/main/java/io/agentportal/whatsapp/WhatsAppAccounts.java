package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.whatsapp.MetaApi.Reply;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What an admin needs of Meta: facts of token, account and numbers, and where webhooks go.
///
/// Every method throws `PARTNER_REFUSED` with the reason, or `SERVICE_UNAVAILABLE`.
@Component
public class WhatsAppAccounts {
  private static final int MAX_PAGES = 20;
  private static final String APP_FIELDS =
      "messages,message_template_status_update,message_template_quality_update,"
          + "template_category_update,account_update,account_review_update,account_alerts,"
          + "business_capability_update,phone_number_quality_update,phone_number_name_update,"
          + "security,user_preferences";
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(99_999_999_999L);

  private final MetaApi api;

  WhatsAppAccounts(MetaApi api) {
    this.api = api;
  }

  /// What Meta says about an access token.
  ///
  /// @param type `SYSTEM_USER` as it should be; `USER` tokens end after a day
  /// @param expiresAt the nearer of token and data access; null: never
  public record TokenFacts(
      boolean isValid,
      String appId,
      String type,
      Set<String> scopes,
      @Nullable Instant expiresAt) {}

  /// A number of an account.
  ///
  /// @param displayNumber as Meta writes it, `+1 555-010-0201`
  /// @param quality `GREEN`, `YELLOW`, `RED` or `UNKNOWN`
  public record Phone(
      String id, String displayNumber, String verifiedName, String quality, String status) {}

  /// An app that gets the webhooks of an account.
  ///
  /// @param callback where they go instead of the app's own address; null: there
  public record Subscription(String appId, @Nullable String callback) {}

  public TokenFacts tokenFacts(SecretText token) {
    JsonNode data =
        done(api.call(token, "GET", "/debug_token?input_token=" + encoded(token.reveal()), null))
            .path("data");
    return new TokenFacts(
        data.path("is_valid").asBoolean(false),
        PartnerJson.textOr(data, "app_id", ""),
        PartnerJson.textOr(data, "type", ""),
        scopes(data),
        Stream.of("expires_at", "data_access_expires_at")
            .map(member -> PartnerJson.number(data, member))
            .filter(Objects::nonNull)
            .filter(second -> second.signum() > 0 && second.compareTo(LAST_SECOND) <= 0)
            .map(second -> Instant.ofEpochSecond(second.longValue()))
            .min(Instant::compareTo)
            .orElse(null));
  }

  /// The numbers of a WhatsApp business account.
  public List<Phone> phones(SecretText token, String wabaId) {
    List<Phone> phones = new ArrayList<>();
    String path =
        "/"
            + encoded(wabaId)
            + "/phone_numbers?fields=id,display_phone_number,verified_name,quality_rating,status&limit=100";
    String after = "";
    for (int page = 0; page < MAX_PAGES; page++) {
      JsonNode body = done(api.call(token, "GET", path + after, null));
      PartnerJson.list(body, "data").forEach(each -> phones.add(phone(each)));
      String cursor = PartnerJson.text(body.path("paging").path("cursors"), "after");
      if (cursor == null || PartnerJson.text(body.path("paging"), "next") == null) {
        break;
      }
      after = "&after=" + encoded(cursor);
    }
    return List.copyOf(phones);
  }

  /// Sends the account's webhooks to an address of ours. Meta calls the address first and expects
  /// the challenge back.
  ///
  /// @param callback https, at most 200 characters
  public void subscribe(SecretText token, String wabaId, String callback, SecretText verifyToken) {
    var body =
        PartnerJson.object()
            .put("override_callback_uri", callback)
            .put("verify_token", verifyToken.reveal());
    var _ = done(api.call(token, "POST", "/" + encoded(wabaId) + "/subscribed_apps", body));
  }

  /// Ends our address; the account's webhooks go to the app's own address again, if it has one.
  public void clearCallback(SecretText token, String wabaId) {
    var _ =
        done(
            api.call(
                token, "POST", "/" + encoded(wabaId) + "/subscribed_apps", PartnerJson.object()));
  }

  /// Ends the app's subscription to the account.
  public void unsubscribe(SecretText token, String wabaId) {
    var _ = done(api.call(token, "DELETE", "/" + encoded(wabaId) + "/subscribed_apps", null));
  }

  /// Sends what the app gets for all its accounts to an address of ours: events about templates and
  /// accounts, which no override moves. Meta calls the address first.
  public void subscribeApp(
      String appId, SecretText appSecret, String callback, SecretText verifyToken) {
    SecretText appToken = SecretText.of(appId + "|" + appSecret.reveal());
    var body =
        PartnerJson.object()
            .put("object", "whatsapp_business_account")
            .put("callback_url", callback)
            .put("verify_token", verifyToken.reveal())
            .put("fields", APP_FIELDS);
    var _ = done(api.call(appToken, "POST", "/" + encoded(appId) + "/subscriptions", body));
  }

  public List<Subscription> subscriptions(SecretText token, String wabaId) {
    JsonNode body = done(api.call(token, "GET", "/" + encoded(wabaId) + "/subscribed_apps", null));
    return PartnerJson.list(body, "data").stream()
        .map(each ->
            new Subscription(
                PartnerJson.textOr(each.path("whatsapp_business_api_data"), "id", ""),
                PartnerJson.text(each, "override_callback_uri")))
        .toList();
  }

  private static Phone phone(JsonNode phone) {
    return new Phone(
        PartnerJson.textOr(phone, "id", ""),
        PartnerJson.textOr(phone, "display_phone_number", ""),
        PartnerJson.textOr(phone, "verified_name", ""),
        PartnerJson.textOr(phone, "quality_rating", "UNKNOWN"),
        PartnerJson.textOr(phone, "status", ""));
  }

  private static Set<String> scopes(JsonNode data) {
    JsonNode scopes = data.path("scopes");
    return scopes.isArray()
        ? scopes.values().stream()
            .map(PartnerJson::text)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode done(Reply reply) {
    return switch (reply) {
      case Reply.Done(var body) -> body;
      case Reply.Failed(var outcome) -> throw failure(outcome);
    };
  }

  private static PortalException failure(WhatsAppSendOutcome outcome) {
    return switch (outcome) {
      case WhatsAppSendOutcome.NeedsCredentials(var code, var reason) -> refused(code, reason);
      case WhatsAppSendOutcome.Rejected(var code, var reason) -> refused(code, reason);
      case WhatsAppSendOutcome.Retry _,
          WhatsAppSendOutcome.Uncertain _,
          WhatsAppSendOutcome.Accepted _ ->
          new PortalException(
              ErrorCode.SERVICE_UNAVAILABLE,
              "WhatsApp cannot be reached at the moment. Please try again.");
    };
  }

  private static PortalException refused(String code, String reason) {
    return new PortalException(
        ErrorCode.PARTNER_REFUSED, reason, Map.of("partner", "whatsapp", "partnerCode", code));
  }
}
