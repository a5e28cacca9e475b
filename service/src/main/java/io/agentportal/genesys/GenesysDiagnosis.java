package io.agentportal.genesys;

import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Questions to Genesys that tell what is wrong with a connection. They change nothing, and nothing
/// is answered from memory: a token is asked for anew each time.
@Component
public class GenesysDiagnosis {
  private static final String MESSAGING = "/api/v2/conversations/messaging";
  private static final String NOBODY = "+10000000000";

  private final PartnerHttp http;
  private final GenesysRegions regions;
  private final Clock clock;
  private final Duration timeout;

  GenesysDiagnosis(
      PartnerHttp http, GenesysRegions regions, GenesysProperties properties, Clock clock) {
    this.http = http;
    this.regions = regions;
    this.clock = clock;
    this.timeout = properties.timeout();
  }

  /// A machine client's session with one region.
  public record Session(String region, SecretText token) {}

  public record Grant(Session session, Duration life) {}

  /// Whose token it is.
  public record Owner(String organizationId, String organizationName, String clientName) {}

  /// An integration with everything that can be wrong with it.
  ///
  /// @param createStatus `Initiated`, `Completed` or `Error`
  /// @param secret as Genesys signs with it; null: not shown
  public record Integration(
      String id,
      String name,
      String status,
      String createStatus,
      @Nullable String createError,
      String webhookUrl,
      @Nullable SecretText secret,
      @Nullable String recipientId,
      @Nullable String contentId,
      @Nullable String settingId) {}

  /// @param flowName null: no flow gets the messages
  public record Recipient(@Nullable String flowName) {}

  /// Which media types may come in and go out; `*/*` for all.
  public record Content(String name, List<String> inbound, List<String> outbound) {}

  /// Whether typing is passed on.
  public record Typing(boolean inbound, boolean outbound) {}

  public PartnerAnswer<Grant> token(GenesysAccess access) {
    URI uri = URI.create(regions.find(access.region()).loginUrl() + "/oauth/token");
    HttpOutcome outcome =
        http.exchange(
            PartnerRequest.form(uri, "grant_type=client_credentials")
                .withBasic(access.clientId(), access.clientSecret())
                .withTimeout(timeout));
    PartnerAnswer<JsonNode> answer = answer(outcome, "error", "error_description");
    if (answer instanceof PartnerAnswer.Found<JsonNode>(var body)
        && PartnerJson.text(body, "access_token") == null) {
      return new PartnerAnswer.Unavailable<>("Genesys answered without a token");
    }
    return answer.map(body ->
        new Grant(
            new Session(
                access.region(), SecretText.of(PartnerJson.textOr(body, "access_token", "-"))),
            Duration.ofSeconds(PartnerJson.integer(body, "expires_in", 0))));
  }

  public PartnerAnswer<Owner> owner(Session session) {
    return get(session, "/api/v2/tokens/me")
        .map(body ->
            new Owner(
                PartnerJson.textOr(body.path("organization"), "id", ""),
                PartnerJson.textOr(body.path("organization"), "name", ""),
                PartnerJson.textOr(body.path("OAuthClient"), "name", "")));
  }

  public PartnerAnswer<Integration> integration(Session session, String id) {
    return get(session, MESSAGING + "/integrations/open/" + encoded(id))
        .map(GenesysDiagnosis::integration);
  }

  public PartnerAnswer<Recipient> recipient(Session session, String id) {
    return get(session, "/api/v2/routing/message/recipients/" + encoded(id))
        .map(body -> {
          JsonNode flow = body.path("flow");
          String flowId = PartnerJson.text(flow, "id");
          return new Recipient(flowId == null ? null : PartnerJson.textOr(flow, "name", flowId));
        });
  }

  /// @param id null: the organisation's default profile
  public PartnerAnswer<Content> content(Session session, @Nullable String id) {
    String profile = id == null ? "default" : encoded(id);
    return get(session, MESSAGING + "/supportedcontent/" + profile)
        .map(body -> {
          JsonNode allow = body.path("mediaTypes").path("allow");
          return new Content(
              PartnerJson.textOr(body, "name", ""),
              types(allow, "inbound"),
              types(allow, "outbound"));
        });
  }

  /// @param id null: the organisation's default setting
  public PartnerAnswer<Typing> typing(Session session, @Nullable String id) {
    PartnerAnswer<JsonNode> setting =
        id == null
            ? get(session, MESSAGING + "/settings/default")
            : get(session, MESSAGING + "/settings?pageSize=100")
                .map(body ->
                    PartnerJson.list(body, "entities").stream()
                        .filter(each -> id.equals(PartnerJson.text(each, "id")))
                        .findFirst()
                        .orElse(PartnerJson.object()));
    return setting.map(body -> {
      JsonNode on = body.path("event").path("typing").path("on");
      return new Typing(
          "Enabled".equals(PartnerJson.text(on, "inbound")),
          "Enabled".equals(PartnerJson.text(on, "outbound")));
    });
  }

  /// Whether messages may be handed over: sends a receipt for a message that does not exist. It is
  /// `Refused` with 403 without the permission; any other answer means that it was looked at.
  public PartnerAnswer<String> mayReceive(Session session, String integrationId) {
    ObjectNode receipt = PartnerJson.object().put("id", UUID.randomUUID().toString());
    ObjectNode channel = receipt.putObject("channel");
    channel.putObject("to").put("id", NOBODY).put("idType", "Phone");
    channel.put("time", clock.instant().toString());
    receipt.put("status", "Delivered").put("isFinalReceipt", true);
    String path =
        "/api/v2/conversations/messages/" + encoded(integrationId) + "/inbound/open/receipt";
    PartnerRequest request =
        PartnerRequest.json("POST", uri(session, path), PartnerJson.bytes(receipt));
    return answer(exchange(session, request), "code", "message").map(_ -> "");
  }

  private PartnerAnswer<JsonNode> get(Session session, String path) {
    return answer(exchange(session, PartnerRequest.get(uri(session, path))), "code", "message");
  }

  private HttpOutcome exchange(Session session, PartnerRequest request) {
    return http.exchange(request.withBearer(session.token()).withTimeout(timeout));
  }

  private URI uri(Session session, String path) {
    return URI.create(regions.find(session.region()).apiUrl() + path);
  }

  private static PartnerAnswer<JsonNode> answer(
      HttpOutcome outcome, String codeMember, String reasonMember) {
    return switch (outcome) {
      case Answered answer when answer.isSuccess() ->
          new PartnerAnswer.Found<>(PartnerJson.tree(answer));
      case Answered answer when answer.status() >= 500 || answer.status() == 429 ->
          new PartnerAnswer.Unavailable<>("Genesys answered " + answer.status());
      case Answered answer -> {
        JsonNode body = PartnerJson.tree(answer);
        yield new PartnerAnswer.Refused<>(
            answer.status(),
            PartnerJson.textOr(body, codeMember, "http-" + answer.status()),
            PartnerJson.clip(PartnerJson.textOr(body, reasonMember, "no reason given"), 500));
      }
      case Unsent(var reason) -> new PartnerAnswer.Unavailable<>(reason);
      case Uncertain(var reason) -> new PartnerAnswer.Unavailable<>(reason);
    };
  }

  private static Integration integration(JsonNode body) {
    String secret = PartnerJson.text(body, "outboundNotificationWebhookSignatureSecretToken");
    return new Integration(
        PartnerJson.textOr(body, "id", ""),
        PartnerJson.textOr(body, "name", ""),
        PartnerJson.textOr(body, "status", ""),
        PartnerJson.textOr(body, "createStatus", ""),
        PartnerJson.text(body.path("createError"), "message"),
        PartnerJson.textOr(body, "outboundNotificationWebhookUrl", ""),
        secret == null ? null : SecretText.of(secret),
        PartnerJson.text(body.path("recipient"), "id"),
        PartnerJson.text(body.path("supportedContent"), "id"),
        PartnerJson.text(body.path("messagingSetting"), "id"));
  }

  private static List<String> types(JsonNode allow, String direction) {
    return PartnerJson.list(allow, direction).stream()
        .map(each -> PartnerJson.text(each, "type"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
