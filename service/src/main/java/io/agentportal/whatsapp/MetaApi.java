package io.agentportal.whatsapp;

import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerOrigins;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Calls of Meta's Graph API with a system user's token; sorts failures by `MetaErrors`.
@Component
class MetaApi {
  private final PartnerHttp http;
  private final String base;
  private final Duration timeout;

  MetaApi(PartnerHttp http, MetaProperties properties) {
    this.http = http;
    this.base = properties.graphUrl() + "/" + properties.graphVersion();
    this.timeout = properties.timeout();
  }

  /// The servers of the Graph API and of its files, for the allow-list of outgoing calls.
  @Component
  record Origins(MetaProperties properties) implements PartnerOrigins {
    @Override
    public Collection<URI> origins() {
      List<URI> origins = new ArrayList<>(properties.mediaUrls());
      origins.add(properties.graphUrl());
      return origins;
    }
  }

  /// What came of a call.
  sealed interface Reply {
    record Done(JsonNode body) implements Reply {}

    /// @param outcome any but `Accepted`
    record Failed(WhatsAppSendOutcome outcome) implements Reply {}
  }

  /// @param path with leading slash, values already encoded
  /// @param body null: none
  Reply call(SecretText token, String method, String path, @Nullable JsonNode body) {
    URI uri = uri(path);
    PartnerRequest request =
        body == null
            ? PartnerRequest.bare(method, uri)
            : PartnerRequest.json(method, uri, PartnerJson.bytes(body));
    return reply(http.exchange(request.withBearer(token).withTimeout(timeout)));
  }

  /// @param path with leading slash, values already encoded
  URI uri(String path) {
    return URI.create(base + path);
  }

  static Reply reply(HttpOutcome outcome) {
    return switch (outcome) {
      case Answered answer -> answered(answer);
      case Unsent(var reason) ->
          new Reply.Failed(
              new WhatsAppSendOutcome.Retry(Duration.ZERO, "unreachable", reason, Scope.TENANT));
      case Uncertain(var reason) -> new Reply.Failed(new WhatsAppSendOutcome.Uncertain(reason));
    };
  }

  /// The HTTP status says little: errors have been seen under 200, rate limits come as 400.
  private static Reply answered(Answered answer) {
    JsonNode body = PartnerJson.tree(answer);
    JsonNode error = body.path("error");
    if (error.isObject()) {
      return new Reply.Failed(failure(answer, error));
    }
    if (answer.isSuccess()) {
      return new Reply.Done(body);
    }
    String code = "http-" + answer.status();
    String reason = "WhatsApp answered " + answer.status() + " without an explanation.";
    return new Reply.Failed(
        switch (answer.status()) {
          case 429, 503 ->
              new WhatsAppSendOutcome.Retry(
                  answer.retryAfter().orElse(Duration.ZERO), code, reason, Scope.NUMBER);
          // Only an error that Meta names may call the token broken.
          case 401 -> new WhatsAppSendOutcome.Retry(Duration.ZERO, code, reason, Scope.NUMBER);
          default ->
              answer.status() >= 500
                  ? new WhatsAppSendOutcome.Uncertain(reason)
                  : new WhatsAppSendOutcome.Rejected(code, reason);
        });
  }

  private static WhatsAppSendOutcome failure(Answered answer, JsonNode error) {
    int number = PartnerJson.integer(error, "code", 1);
    MetaErrors.Facts facts =
        MetaErrors.facts(number, PartnerJson.integer(error, "error_subcode", 0));
    String code = String.valueOf(number);
    String reason = facts.sentence();
    return switch (facts.kind()) {
      case RETRY, PAUSE ->
          new WhatsAppSendOutcome.Retry(
              answer.retryAfter().orElse(facts.pause()), code, reason, facts.scope());
      case CREDENTIALS -> new WhatsAppSendOutcome.NeedsCredentials(code, reason);
      case CALLER, UNREACHABLE, ACCOUNT, TEMPLATE ->
          new WhatsAppSendOutcome.Rejected(code, reason + explained(error));
    };
  }

  private static String explained(JsonNode error) {
    String details = PartnerJson.text(error.path("error_data"), "details");
    return details == null ? "" : " (" + PartnerJson.clip(details, 300) + ")";
  }
}
