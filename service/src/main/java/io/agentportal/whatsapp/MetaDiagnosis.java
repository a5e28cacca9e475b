package io.agentportal.whatsapp;

import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Questions to Meta that tell what is wrong with a connection. They change nothing.
@Component
public class MetaDiagnosis {
  private static final int MAX_PAGES = 20;
  private static final String ACCOUNT_FIELDS =
      "id,name,status,currency,timezone_id,account_review_status,business_verification_status,"
          + "ownership_type,health_status";
  private static final String NUMBER_FIELDS =
      "id,display_phone_number,verified_name,quality_rating,status,name_status,"
          + "code_verification_status,account_mode,platform_type,throughput,webhook_configuration,"
          + "health_status";

  /// What every version and kind of token has.
  private static final String FEW_NUMBER_FIELDS =
      "id,display_phone_number,verified_name,quality_rating,status";

  private final PartnerHttp http;
  private final String base;
  private final Duration timeout;

  MetaDiagnosis(PartnerHttp http, MetaProperties properties) {
    this.http = http;
    this.base = properties.graphUrl() + "/" + properties.graphVersion();
    this.timeout = properties.timeout();
  }

  /// @param reviewStatus `APPROVED` as it should be; `""` if Meta does not say
  public record Account(String name, String status, String reviewStatus) {}

  /// A number with everything that can be wrong with it; what Meta does not say is `""`.
  ///
  /// @param callback where its webhooks go: the most specific address; null: nowhere
  /// @param callbackLevel `phone_number`, `whatsapp_business_account` or `application`
  /// @param isComplete false: Meta refused some of the fields
  public record NumberFacts(
      String displayNumber,
      String verifiedName,
      String quality,
      String status,
      String nameStatus,
      String accountMode,
      String platformType,
      String throughput,
      Health health,
      @Nullable String callback,
      String callbackLevel,
      boolean isComplete) {}

  /// @param canSend `AVAILABLE`, `LIMITED`, `BLOCKED`, or `""` if Meta does not say
  public record Health(String canSend, List<Entity> entities) {}

  /// @param problems with what Meta suggests
  public record Entity(String type, String canSend, List<String> problems) {}

  /// A subscription of the app itself.
  public record AppSubscription(String callback, boolean active, List<String> fields) {}

  /// @param total the first page's count
  public record Templates(int total, int approved) {}

  public PartnerAnswer<Account> account(SecretText token, String wabaId) {
    return get(token, "/" + encoded(wabaId) + "?fields=" + ACCOUNT_FIELDS)
        .map(body ->
            new Account(
                PartnerJson.textOr(body, "name", ""),
                PartnerJson.textOr(body, "status", ""),
                PartnerJson.textOr(body, "account_review_status", "")));
  }

  /// A read-only call that Meta refuses if the app secret is not the one of the token's app.
  public PartnerAnswer<Account> accountWithProof(
      SecretText token, String wabaId, SecretText appSecret) {
    String proof = HexFormat.of().formatHex(HmacSha256.sign(appSecret, token.revealBytes()));
    return get(token, "/" + encoded(wabaId) + "?fields=id,name&appsecret_proof=" + proof)
        .map(body -> new Account(PartnerJson.textOr(body, "name", ""), "", ""));
  }

  /// Asks again with fewer fields if Meta refuses one of them.
  public PartnerAnswer<NumberFacts> number(SecretText token, String phoneNumberId) {
    String path = "/" + encoded(phoneNumberId) + "?fields=";
    PartnerAnswer<JsonNode> all = get(token, path + NUMBER_FIELDS);
    if (all instanceof PartnerAnswer.Refused<JsonNode>(_, var code, _) && "100".equals(code)) {
      return get(token, path + FEW_NUMBER_FIELDS).map(body -> number(body, false));
    }
    return all.map(body -> number(body, true));
  }

  /// The ids of the numbers of an account.
  public PartnerAnswer<List<String>> numberIds(SecretText token, String wabaId) {
    List<String> ids = new ArrayList<>();
    String path =
        "/" + encoded(wabaId) + "/phone_numbers?fields=id,display_phone_number,status&limit=100";
    String after = "";
    for (int page = 0; page < MAX_PAGES; page++) {
      PartnerAnswer<JsonNode> answer = get(token, path + after);
      if (!(answer instanceof PartnerAnswer.Found<JsonNode>(var body))) {
        return answer.map(_ -> List.of());
      }
      PartnerJson.list(body, "data").forEach(each -> ids.add(PartnerJson.textOr(each, "id", "")));
      String cursor = PartnerJson.text(body.path("paging").path("cursors"), "after");
      if (cursor == null || PartnerJson.text(body.path("paging"), "next") == null) {
        break;
      }
      after = "&after=" + encoded(cursor);
    }
    return new PartnerAnswer.Found<>(List.copyOf(ids));
  }

  public PartnerAnswer<Templates> templates(SecretText token, String wabaId) {
    String path = "/" + encoded(wabaId) + "/message_templates?fields=name,status&limit=100";
    return get(token, path)
        .map(body -> {
          List<JsonNode> all = PartnerJson.list(body, "data");
          long approved =
              all.stream()
                  .filter(each -> "APPROVED".equals(PartnerJson.text(each, "status")))
                  .count();
          return new Templates(all.size(), (int) approved);
        });
  }

  /// The app's own subscription to WhatsApp accounts; empty: it has none.
  ///
  /// @param appSecret wrong: `Refused` with code 190
  public PartnerAnswer<List<AppSubscription>> appSubscriptions(String appId, SecretText appSecret) {
    SecretText appToken = SecretText.of(appId + "|" + appSecret.reveal());
    return get(appToken, "/" + encoded(appId) + "/subscriptions")
        .map(body ->
            PartnerJson.list(body, "data").stream()
                .filter(
                    each -> "whatsapp_business_account".equals(PartnerJson.text(each, "object")))
                .map(MetaDiagnosis::appSubscription)
                .toList());
  }

  private PartnerAnswer<JsonNode> get(SecretText token, String path) {
    HttpOutcome outcome =
        http.exchange(
            PartnerRequest.get(URI.create(base + path)).withBearer(token).withTimeout(timeout));
    return switch (outcome) {
      case Answered answer -> answered(answer);
      case Unsent(var reason) -> new PartnerAnswer.Unavailable<>(reason);
      case Uncertain(var reason) -> new PartnerAnswer.Unavailable<>(reason);
    };
  }

  private static PartnerAnswer<JsonNode> answered(Answered answer) {
    JsonNode body = PartnerJson.tree(answer);
    JsonNode error = body.path("error");
    if (!error.isObject()) {
      return answer.isSuccess()
          ? new PartnerAnswer.Found<>(body)
          : new PartnerAnswer.Unavailable<>("WhatsApp answered " + answer.status());
    }
    int code = PartnerJson.integer(error, "code", 1);
    int subcode = PartnerJson.integer(error, "error_subcode", 0);
    MetaErrors.Facts facts = MetaErrors.facts(code, subcode);
    return switch (facts.kind()) {
      case RETRY, PAUSE -> new PartnerAnswer.Unavailable<>(facts.sentence());
      case CREDENTIALS, CALLER, UNREACHABLE, ACCOUNT, TEMPLATE ->
          new PartnerAnswer.Refused<>(
              answer.status(), code == 100 && subcode == 33 ? "33" : "" + code, facts.sentence());
    };
  }

  private static NumberFacts number(JsonNode body, boolean isComplete) {
    JsonNode callbacks = body.path("webhook_configuration");
    String level =
        Stream.of("phone_number", "whatsapp_business_account", "application")
            .filter(each -> PartnerJson.text(callbacks, each) != null)
            .findFirst()
            .orElse("");
    return new NumberFacts(
        PartnerJson.textOr(body, "display_phone_number", ""),
        PartnerJson.textOr(body, "verified_name", ""),
        PartnerJson.textOr(body, "quality_rating", ""),
        PartnerJson.textOr(body, "status", ""),
        PartnerJson.textOr(body, "name_status", ""),
        PartnerJson.textOr(body, "account_mode", ""),
        PartnerJson.textOr(body, "platform_type", ""),
        PartnerJson.textOr(body.path("throughput"), "level", ""),
        health(body.path("health_status")),
        PartnerJson.text(callbacks, level),
        level,
        isComplete);
  }

  private static Health health(JsonNode status) {
    return new Health(
        PartnerJson.textOr(status, "can_send_message", ""),
        PartnerJson.list(status, "entities").stream()
            .map(each ->
                new Entity(
                    PartnerJson.textOr(each, "entity_type", ""),
                    PartnerJson.textOr(each, "can_send_message", ""),
                    problems(each)))
            .toList());
  }

  private static List<String> problems(JsonNode entity) {
    return PartnerJson.list(entity, "errors").stream()
        .flatMap(error ->
            Stream.of(
                PartnerJson.text(error, "error_description"),
                PartnerJson.text(error, "possible_solution")))
        .filter(Objects::nonNull)
        .map(text -> PartnerJson.clip(text, 300))
        .toList();
  }

  private static AppSubscription appSubscription(JsonNode each) {
    return new AppSubscription(
        PartnerJson.textOr(each, "callback_url", ""),
        each.path("active").asBoolean(false),
        PartnerJson.list(each, "fields").stream()
            .map(field -> PartnerJson.textOr(field, "name", ""))
            .toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
