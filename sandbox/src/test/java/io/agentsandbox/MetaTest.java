package io.agentsandbox;

import static org.awaitility.Awaitility.await;

import io.agentsandbox.support.Portal.Hook;
import io.agentsandbox.support.Rest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// Tests that act on Northwind's WhatsApp account; its webhooks arrive at `/meta`.
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before each test.
abstract class MetaTest extends SandboxTest {
  static final String CUSTOMER = "4915112345678";

  Rest graph;

  @BeforeEach
  void subscribe() {
    graph = rest.with(sandbox.northwind().meta().systemUserToken());
    sandbox.control().callback(NORTHWIND, "waba", portal.uri("/meta"));
  }

  static String node(String edge) {
    return "/v26.0/" + sandbox.northwind().meta().phoneNumberId() + edge;
  }

  static String account(String edge) {
    return "/v26.0/" + sandbox.northwind().meta().wabaId() + edge;
  }

  /// Sends to the customer what the members describe.
  Rest.Answer send(String members) {
    return graph.post(
        node("/messages"),
        "{\"messaging_product\":\"whatsapp\",\"to\":\"+" + CUSTOMER + "\"," + members + "}");
  }

  Rest.Answer sendText(String text) {
    return send("\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
  }

  /// The customer writes, so that the service window is open.
  static String hear() {
    return sandbox.control().customerSends(NORTHWIND, CUSTOMER, "Ann", "hello");
  }

  static int code(Rest.Answer answer) {
    return answer.json().path("error").path("code").asInt();
  }

  static List<Hook> awaitHooks(String path, int count) {
    await().until(() -> portal.hooks(path).size() >= count);
    return portal.hooks(path);
  }

  /// Statuses that arrived so far.
  static List<JsonNode> statuses() {
    return portal.hooks("/meta").stream()
        .map(hook -> hook.value().path("statuses").path(0))
        .filter(JsonNode::isObject)
        .toList();
  }
}
