package io.agentsandbox.genesys;

import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.platform.Reply;
import java.io.Serial;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// A refusal in the `ErrorBody` of the platform API, or in the OAuth form of the login host.
final class GenesysRefusal extends Refusal {
  @Serial private static final long serialVersionUID = 1L;

  private GenesysRefusal(Reply reply, String message) {
    super(reply, message);
  }

  static GenesysRefusal badRequest(String message) {
    return of(400, "bad.request", message);
  }

  static GenesysRefusal invalidValue(String value, String type) {
    return of(
        400, "invalid.value", "Value [%s] is not valid for field type [%s]".formatted(value, type));
  }

  static GenesysRefusal notFound(String what, String id) {
    return of(404, "not.found", "The %s %s was not found.".formatted(what, id));
  }

  static GenesysRefusal missingPermission(String permission) {
    return of(
        403,
        "missing.any.permissions",
        "Unable to perform the requested action. You must have at least one of the following"
            + " permissions assigned: ["
            + permission
            + "]");
  }

  static GenesysRefusal of(int status, String code, String message) {
    return new GenesysRefusal(body(status, code, message), message);
  }

  /// The login host's form, with the reason under two names.
  static GenesysRefusal oauth(int status, String error, String description) {
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put("description", description)
            .put("error_description", description);
    return new GenesysRefusal(Reply.json(status, body), description);
  }

  static Reply rateLimited(Duration retryAfter) {
    long seconds = Math.max(1, retryAfter.toSeconds());
    String message =
        "Rate limit exceeded the maximum. Retry the request in [%d] seconds".formatted(seconds);
    return body(429, "too.many.requests.retry.after", message)
        .with("Retry-After", Long.toString(seconds));
  }

  static Reply body(int status, String code, String message) {
    String contextId = Ids.uuid();
    ObjectNode body =
        Json.object()
            .put("message", message)
            .put("code", code)
            .put("status", status)
            .put("contextId", contextId);
    body.putArray("details");
    body.putArray("errors");
    return Reply.json(status, body).with(GenesysVoice.CORRELATION, contextId);
  }
}
