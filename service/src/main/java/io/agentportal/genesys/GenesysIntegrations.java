package io.agentportal.genesys;

import io.agentportal.genesys.GenesysApi.Reply;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an admin needs of Genesys: whose the machine client is, the integrations, routing, limits.
///
/// Every method throws `PARTNER_REFUSED` with Genesys' reason, or `GENESYS_UNAVAILABLE`.
@Component
public class GenesysIntegrations {
  private static final String INTEGRATIONS = "/api/v2/conversations/messaging/integrations/open";
  private static final int PAGE_SIZE = 100;
  private static final int MAX_PAGES = 20;

  private final GenesysApi api;

  GenesysIntegrations(GenesysApi api) {
    this.api = api;
  }

  /// The id of the organisation that the machine client belongs to; `""` if Genesys does not say.
  public String organizationOf(GenesysAccess access) {
    JsonNode body = done(api.call(access, "GET", "/api/v2/tokens/me", null));
    return PartnerJson.textOr(body.path("organization"), "id", "");
  }

  public List<OpenIntegration> list(GenesysAccess access) {
    List<OpenIntegration> all = new ArrayList<>();
    for (int page = 1; page <= MAX_PAGES; page++) {
      String path = INTEGRATIONS + "?pageSize=" + PAGE_SIZE + "&pageNumber=" + page;
      JsonNode body = done(api.call(access, "GET", path, null));
      PartnerJson.list(body, "entities").forEach(each -> all.add(integration(each)));
      if (page >= PartnerJson.integer(body, "pageCount", 1)) {
        break;
      }
    }
    return List.copyOf(all);
  }

  public Optional<OpenIntegration> find(GenesysAccess access, String id) {
    return orNothing(api.call(access, "GET", at(INTEGRATIONS, id), null))
        .map(GenesysIntegrations::integration);
  }

  /// Starts to create an integration; Genesys finishes within a minute, which `find` tells.
  ///
  /// @param secretToken longer than 15 characters
  public OpenIntegration create(
      GenesysAccess access, String name, String webhookUrl, SecretText secretToken) {
    return integration(
        done(api.call(access, "POST", INTEGRATIONS, body(name, webhookUrl, secretToken))));
  }

  /// Sets name, webhook and secret of an integration that is ready.
  public void update(
      GenesysAccess access, String id, String name, String webhookUrl, SecretText secretToken) {
    var _ =
        done(api.call(access, "PATCH", at(INTEGRATIONS, id), body(name, webhookUrl, secretToken)));
  }

  /// Whether messages of the integration go to a flow; empty if the machine client may not look.
  public Optional<Boolean> hasFlow(GenesysAccess access, String recipientId) {
    return orNothing(
            api.call(access, "GET", at("/api/v2/routing/message/recipients", recipientId), null))
        .map(body -> PartnerJson.text(body.path("flow"), "id") != null);
  }

  /// Sends the integration's messages to an inbound message flow.
  public void route(GenesysAccess access, String recipientId, String flowId) {
    ObjectNode body = PartnerJson.object();
    body.putObject("flow").put("id", flowId);
    var _ =
        done(api.call(access, "PUT", at("/api/v2/routing/message/recipients", recipientId), body));
  }

  /// Removes an integration; one that is gone already is no failure.
  public void delete(GenesysAccess access, String id) {
    Reply reply = api.call(access, "DELETE", at(INTEGRATIONS, id), null);
    if (!(reply instanceof Reply.Failed(_, var status)) || status != 404) {
      var _ = done(reply);
    }
  }

  /// Calls a minute that the organisation allows one machine token; empty if it does not say.
  public OptionalInt requestsPerMinute(GenesysAccess access) {
    String path = "/api/v2/organizations/limits/namespaces/platform.api";
    return orNothing(api.call(access, "GET", path, null)).stream()
        .flatMap(body -> PartnerJson.list(body, "entities").stream())
        .filter(limit ->
            "client.credentials.token.rate.per.minute".equals(PartnerJson.text(limit, "key")))
        .mapToInt(limit -> PartnerJson.integer(limit, "value", 0))
        .filter(value -> value > 0)
        .findFirst();
  }

  private static ObjectNode body(String name, String webhookUrl, SecretText secretToken) {
    return PartnerJson.object()
        .put("name", name)
        .put("outboundNotificationWebhookUrl", webhookUrl)
        .put("outboundNotificationWebhookSignatureSecretToken", secretToken.reveal());
  }

  private static OpenIntegration integration(JsonNode body) {
    String recipient = PartnerJson.text(body.path("recipient"), "id");
    String status = PartnerJson.textOr(body, "createStatus", "");
    return new OpenIntegration(
        PartnerJson.textOr(body, "id", ""),
        PartnerJson.textOr(body, "name", ""),
        PartnerJson.textOr(body, "outboundNotificationWebhookUrl", ""),
        "Completed".equals(status) || (recipient != null && !"Error".equals(status)),
        "Error".equals(status) ? problem(body) : null,
        recipient);
  }

  private static String problem(JsonNode body) {
    return Stream.of("message", "code")
        .map(member -> PartnerJson.textOr(body.path("createError"), member, ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("Genesys does not say why");
  }

  private static String at(String path, String id) {
    return path + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static JsonNode done(Reply reply) {
    return switch (reply) {
      case Reply.Done(var body) -> body;
      case Reply.Failed(var outcome, _) -> throw failure(outcome);
    };
  }

  /// Empty for 403 and 404.
  private static Optional<JsonNode> orNothing(Reply reply) {
    return reply instanceof Reply.Failed(_, var status) && (status == 403 || status == 404)
        ? Optional.empty()
        : Optional.of(done(reply));
  }

  private static PortalException failure(GenesysSendOutcome outcome) {
    return switch (outcome) {
      case GenesysSendOutcome.NeedsCredentials(var code, var reason) -> refused(code, reason);
      case GenesysSendOutcome.Rejected(var code, var reason) -> refused(code, reason);
      case GenesysSendOutcome.Retry(_, _, var reason, _) -> unavailable(reason);
      case GenesysSendOutcome.Uncertain(var reason) -> unavailable(reason);
      case GenesysSendOutcome.Accepted _ -> unavailable(null);
    };
  }

  private static PortalException refused(String code, String reason) {
    return new PortalException(
        ErrorCode.PARTNER_REFUSED, reason, Map.of("partner", "genesys", "partnerCode", code));
  }

  private static PortalException unavailable(@Nullable String reason) {
    return new PortalException(
        ErrorCode.GENESYS_UNAVAILABLE,
        "Genesys Cloud cannot be reached at the moment. Please try again.",
        reason == null ? Map.of() : Map.of("reason", reason));
  }
}
