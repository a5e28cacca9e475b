package io.agentportal.genesys;

import io.agentportal.genesys.GenesysSendOutcome.NeedsCredentials;
import io.agentportal.genesys.GenesysSendOutcome.Rejected;
import io.agentportal.genesys.GenesysSendOutcome.Retry;
import io.agentportal.genesys.GenesysSendOutcome.Scope;
import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Calls of Genesys' platform API as a machine client: gets the token, replays once when Genesys
/// refuses it, sorts failures.
///
/// Classes of errors: the platform's error codes; 429 and 503 did nothing, 408 and the other 5xx
/// may have done something, the other 4xx are final.
@Component
class GenesysApi {
  private static final Duration RATE_LIMIT_PAUSE = Duration.ofSeconds(3);

  private final PartnerHttp http;
  private final GenesysTokens tokens;
  private final GenesysRegions regions;
  private final Duration timeout;

  GenesysApi(
      PartnerHttp http,
      GenesysTokens tokens,
      GenesysRegions regions,
      GenesysProperties properties) {
    this.http = http;
    this.tokens = tokens;
    this.regions = regions;
    this.timeout = properties.timeout();
  }

  /// The longest time of one call.
  Duration timeout() {
    return timeout;
  }

  /// What came of a call.
  sealed interface Reply {

    /// @param body a missing node if the answer had none
    record Done(JsonNode body) implements Reply {}

    /// @param outcome any but `Accepted`
    /// @param status HTTP status, 0 without an answer
    record Failed(GenesysSendOutcome outcome, int status) implements Reply {}
  }

  /// @param path with leading slash, values already encoded
  /// @param body null: none
  Reply call(GenesysAccess access, String method, String path, @Nullable JsonNode body) {
    URI uri = URI.create(regions.find(access.region()).apiUrl() + path);
    PartnerRequest request =
        body == null
            ? PartnerRequest.bare(method, uri)
            : PartnerRequest.json(method, uri, PartnerJson.bytes(body));
    Attempt first = attempt(access, request.withTimeout(timeout), null);
    return first.refusedToken() == null
        ? first.reply()
        : attempt(access, request.withTimeout(timeout), first.refusedToken()).reply();
  }

  private record Attempt(Reply reply, @Nullable SecretText refusedToken) {}

  private Attempt attempt(
      GenesysAccess access, PartnerRequest request, @Nullable SecretText refused) {
    return switch (tokens.grant(access, refused)) {
      case GenesysTokens.Grant.Failed(var failure, _) ->
          new Attempt(new Reply.Failed(failure, 0), null);
      case GenesysTokens.Grant.Granted(var token, _) -> {
        HttpOutcome outcome = http.exchange(request.withBearer(token));
        boolean unauthorised = outcome instanceof Answered answer && answer.status() == 401;
        yield new Attempt(reply(outcome), unauthorised ? token : null);
      }
    };
  }

  private static Reply reply(HttpOutcome outcome) {
    return switch (outcome) {
      case Answered answer when answer.isSuccess() -> new Reply.Done(PartnerJson.tree(answer));
      case Answered answer -> new Reply.Failed(failure(answer), answer.status());
      case Unsent(var reason) ->
          new Reply.Failed(new Retry(Duration.ZERO, "unreachable", reason, Scope.TENANT), 0);
      case Uncertain(var reason) -> new Reply.Failed(new GenesysSendOutcome.Uncertain(reason), 0);
    };
  }

  private static GenesysSendOutcome failure(Answered answer) {
    JsonNode body = PartnerJson.tree(answer);
    String code = PartnerJson.textOr(body, "code", "http-" + answer.status());
    String reason = PartnerJson.clip(PartnerJson.textOr(body, "message", "no reason given"), 500);
    return switch (answer.status()) {
      case 401, 403 -> new NeedsCredentials(code, reason);
      case 404 ->
          new NeedsCredentials(
              code, "Genesys does not know it, or it belongs to another organisation: " + reason);
      case 429 ->
          new Retry(answer.retryAfter().orElse(RATE_LIMIT_PAUSE), code, reason, Scope.TENANT);
      case 503 -> new Retry(answer.retryAfter().orElse(Duration.ZERO), code, reason, Scope.TENANT);
      case 408 -> new GenesysSendOutcome.Uncertain(code + ": " + reason);
      default ->
          answer.status() >= 500
              ? new GenesysSendOutcome.Uncertain(code + ": " + reason)
              : new Rejected(code, reason);
    };
  }
}
