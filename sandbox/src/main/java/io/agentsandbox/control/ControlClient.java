package io.agentsandbox.control;

import io.agentsandbox.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The control API as Java methods, for tests. Every method makes one HTTP call and throws
/// `IllegalStateException` with the answer when it is refused.
public final class ControlClient implements AutoCloseable {
  /// As much as the sandbox keeps.
  private static final String ALL = "limit=100000";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI baseUri;

  public ControlClient(URI baseUri) {
    this.baseUri = baseUri;
  }

  public JsonNode state() {
    return get("/sandbox/state");
  }

  /// Forgets everything but the seeded values, and ends faults and traffic.
  public void reset() {
    call("POST", "/sandbox/reset", Map.of());
  }

  /// The same, but keeps tokens, integrations and callbacks.
  public void resetKeepingSetup() {
    call("POST", "/sandbox/reset?keep=setup", Map.of());
  }

  /// Changes settings, by group and name.
  public JsonNode settings(Map<String, ?> changes) {
    return call("PATCH", "/sandbox/settings", changes);
  }

  public void advanceClock(java.time.Duration by) {
    call("POST", "/sandbox/clock", Map.of("advanceSeconds", by.toSeconds()));
  }

  /// A customer sends a text. Answers the message's wamid.
  public String customerSends(String org, String from, String name, String text) {
    return customerSends(org, Json.object().put("from", from).put("name", name).put("text", text));
  }

  /// A customer sends what the body of `POST /sandbox/customer/messages` describes.
  public String customerSends(String org, ObjectNode message) {
    ObjectNode request = message.deepCopy().put("org", org);
    return Json.text(call("POST", "/sandbox/customer/messages", request), "wamid");
  }

  /// Sends a whole webhook payload, signed.
  public void webhook(String org, JsonNode payload) {
    call("POST", "/sandbox/customer/webhooks", Map.of("org", org, "payload", payload));
  }

  /// Reports a status of a message that the business sent.
  public void status(String org, String wamid, String status) {
    call(
        "POST", "/sandbox/customer/statuses", Map.of("org", org, "wamid", wamid, "status", status));
  }

  /// Reports that a message failed.
  public void failure(String org, String wamid, int code, String title) {
    call(
        "POST",
        "/sandbox/customer/statuses",
        Map.of("org", org, "wamid", wamid, "status", "failed", "code", code, "title", title));
  }

  /// An agent writes a text. Answers the id of the Genesys message.
  public String agentAnswers(String org, String contact, String text) {
    return agentAnswers(org, Json.object().put("contact", contact).put("text", text));
  }

  /// An agent sends what the body of `POST /sandbox/agent/messages` describes.
  public String agentAnswers(String org, ObjectNode message) {
    ObjectNode request = message.deepCopy().put("org", org);
    return Json.text(call("POST", "/sandbox/agent/messages", request), "id");
  }

  /// An agent sends a file. Answers the id of the Genesys message.
  public String agentSendsFile(String org, ObjectNode message) {
    ObjectNode request = message.deepCopy().put("org", org);
    return Json.text(call("POST", "/sandbox/agent/attachments", request), "id");
  }

  public void disconnect(String org, String contact) {
    call("POST", "/sandbox/agent/disconnect", Map.of("org", org, "contact", contact));
  }

  public JsonNode traffic(Map<String, ?> traffic) {
    return call("PUT", "/sandbox/traffic", traffic);
  }

  /// Switches a fault on. Answers its id.
  public String fault(Map<String, ?> rule) {
    return Json.text(call("POST", "/sandbox/faults", rule), "id");
  }

  public void clearFaults() {
    call("DELETE", "/sandbox/faults", Map.of());
  }

  /// Sets a callback without handshake and subscribes the app. `level` is `app`, `waba` or `phone`.
  public void callback(String org, String level, URI url) {
    call(
        "PUT",
        "/sandbox/meta/callbacks",
        Map.of("org", org, "level", level, "url", url.toString()));
  }

  /// A further credential that the partner accepts: `genesys-client`, `system-user-token` or
  /// `app-secret`.
  public String issueCredential(String org, String kind) {
    return Json.text(
        call("POST", "/sandbox/credentials", Map.of("org", org, "kind", kind)), "value");
  }

  public JsonNode replay(Map<String, ?> request) {
    return call("POST", "/sandbox/replay", request);
  }

  /// What Genesys Cloud received from customers, in order.
  public JsonNode genesysMessages(String org) {
    return get("/sandbox/genesys/messages?" + ALL + "&org=" + org);
  }

  /// The same for one contact, as Genesys knows it.
  public JsonNode genesysMessages(String org, String contact) {
    return get("/sandbox/genesys/messages?" + ALL + "&org=" + org + "&contact=" + encode(contact));
  }

  public JsonNode genesysReceipts(String org) {
    return get("/sandbox/genesys/receipts?" + ALL + "&org=" + org);
  }

  /// The files that Genesys fetched from the addresses in customers' messages.
  public JsonNode genesysFiles(String org) {
    return get("/sandbox/genesys/files?org=" + org);
  }

  public JsonNode genesysEvents(String org) {
    return get("/sandbox/genesys/events?" + ALL + "&org=" + org);
  }

  public JsonNode conversations(String org) {
    return get("/sandbox/genesys/conversations?" + ALL + "&org=" + org);
  }

  /// What Meta accepted from the business, in order.
  public JsonNode metaMessages(String org) {
    return get("/sandbox/meta/messages?" + ALL + "&org=" + org);
  }

  public JsonNode metaReads(String org) {
    return get("/sandbox/meta/reads?" + ALL + "&org=" + org);
  }

  /// The newest webhook attempts, oldest of them first.
  public JsonNode deliveries(String org) {
    return get("/sandbox/deliveries?limit=10000&org=" + org);
  }

  /// The newest calls that arrived here, oldest of them first.
  public JsonNode calls() {
    return get("/sandbox/calls?limit=1000");
  }

  @Override
  public void close() {
    http.close();
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(baseUri.resolve(path)).build());
  }

  private JsonNode call(String method, String path, Object body) {
    return send(
        HttpRequest.newBuilder(baseUri.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8)));
      }
      return answer.body().length == 0 ? Json.object() : Json.parse(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
