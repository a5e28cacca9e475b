package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.meta.MetaWebhooks;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Signatures;
import io.agentsandbox.support.Portal;
import io.agentsandbox.support.Portal.Hook;
import io.agentsandbox.support.Rest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetaWebhookTest extends MetaTest {
  private static final String KEY = "portal-test-app-secret";

  @Test
  void signsAnEmptyEnvelopeAsMetaDoes() {
    byte[] body = ascii("{\"object\":\"whatsapp_business_account\",\"entry\":[]}");

    assertThat(Signatures.hex(KEY, body))
        .isEqualTo("sha256=64617458886dd73fbffd23aa9e31d4978f6b38c5d4785dd0509a72ac26a85dde");
  }

  @Test
  void escapesAccentsEmojiSlashesAndAtSignsBeforeItSigns() {
    JsonNode payload =
        Json.parse(
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{\"messages\":[{\"text\":{\"body\":\"café 👍 a@b.example /x\"}}]},\"field\":\"messages\"}]}]}"
                .getBytes(StandardCharsets.UTF_8));

    byte[] body = MetaWebhooks.escaped(payload);

    assertThat(body).hasSize(179);
    assertThat(new String(body, StandardCharsets.US_ASCII))
        .contains("caf\\u00e9 \\ud83d\\udc4d a\\u0040b.example \\/x");
    assertThat(Signatures.hex(KEY, body))
        .isEqualTo("sha256=9e30864e6ff48ea24b520f538a6dc3035a124ac423e0204305058bd6aa272c64");
  }

  @Test
  void signsWhatItSendsWithTheAppSecret() {
    sandbox.control().customerSends(NORTHWIND, CUSTOMER, "José", "mañana @ 10 / 11 👍");

    Hook hook = awaitHooks("/meta", 1).getFirst();

    assertThat(hook.signature())
        .isEqualTo(Signatures.hex(sandbox.northwind().meta().appSecret(), hook.body().array()));
    assertThat(hook.value().path("messages").path(0).path("text").path("body").asString())
        .isEqualTo("mañana @ 10 / 11 👍");
    assertThat(hook.json().path("entry").path(0).path("id").asString())
        .isEqualTo(sandbox.northwind().meta().wabaId());
  }

  @Test
  void prefersTheNumbersCallbackToTheAccountsToTheApps() {
    sandbox.control().callback(NORTHWIND, "app", portal.uri("/app"));
    sandbox.control().callback(NORTHWIND, "phone", portal.uri("/phone"));

    hear();
    awaitHooks("/phone", 1);
    graph.post(node(""), "{\"webhook_configuration\":{\"override_callback_uri\":\"\"}}");
    hear();
    awaitHooks("/meta", 1);
    graph.post(account("/subscribed_apps"), "{}");
    hear();

    assertThat(awaitHooks("/app", 1)).hasSize(1);
  }

  @Test
  void sendsAccountFieldsToTheAppInSpiteOfAnOverride() {
    sandbox.control().callback(NORTHWIND, "app", portal.uri("/app"));
    sandbox
        .control()
        .webhook(
            NORTHWIND,
            Json.parse(
                ascii(
                    "{\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"account_update\",\"value\":{}}]}]}")));

    assertThat(awaitHooks("/app", 1)).hasSize(1);
    assertThat(portal.hooks("/meta")).isEmpty();
  }

  @Test
  void sendsNothingOnceTheAppIsUnsubscribed() {
    graph.delete(account("/subscribed_apps"));

    hear();

    assertThat(graph.get(account("/subscribed_apps")).json().path("data")).isEmpty();
    assertThat(sandbox.control().deliveries(NORTHWIND)).isEmpty();
  }

  @Test
  void verifiesAnOverrideBeforeItTakesIt() {
    Rest.Answer wrong = override(portal.uri("/verified").toString(), "wrong");
    Rest.Answer dead = override("http://localhost:1/hook", Portal.VERIFY_TOKEN);
    Rest.Answer plain = override("http://portal.example/hook", Portal.VERIFY_TOKEN);
    Rest.Answer tooLong = override(portal.uri("/" + "x".repeat(200)).toString(), "t");
    Rest.Answer right = override(portal.uri("/verified").toString(), Portal.VERIFY_TOKEN);

    assertThat(code(wrong)).isEqualTo(2_200);
    assertThat(code(dead)).isEqualTo(2_200);
    assertThat(code(plain)).isEqualTo(100);
    assertThat(code(tooLong)).isEqualTo(100);
    assertThat(right.status()).isEqualTo(200);
    assertThat(
            graph
                .get(account("/subscribed_apps"))
                .json()
                .path("data")
                .path(0)
                .path("override_callback_uri")
                .asString())
        .isEqualTo(portal.uri("/verified").toString());
  }

  @Test
  void triesAgainUntilTheAnswerIs200() {
    sandbox.control().settings(Map.of("meta", Map.of("webhookRetryMillis", 5)));
    portal.refuse(201, 3);

    hear();
    awaitHooks("/meta", 4);

    await()
        .until(() ->
            sandbox.control().deliveries(NORTHWIND).values().stream()
                .anyMatch(delivery ->
                    delivery.path("status").asInt() == 200
                        && delivery.path("attempt").asInt() == 4));
    assertThat(portal.hooks("/meta")).hasSize(4);
  }

  @Test
  void sendsTheSameMessageTwiceOnRequest() {
    sandbox
        .control()
        .customerSends(
            NORTHWIND, Json.object().put("from", CUSTOMER).put("text", "x").put("copies", 2));

    assertThat(awaitHooks("/meta", 2))
        .extracting(hook -> hook.value().path("messages").path(0).path("id").asString())
        .hasSize(2)
        .containsOnly(
            portal.hooks().getFirst().value().path("messages").path(0).path("id").asString());
  }

  @Test
  void sendsAnyMessageAsGiven() {
    sandbox
        .control()
        .customerSends(
            NORTHWIND,
            (tools.jackson.databind.node.ObjectNode)
                Json.parse(
                    ascii(
                        "{\"from\":\"4915112345678\",\"message\":{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.x\"}}}")));

    JsonNode message = awaitHooks("/meta", 1).getFirst().value().path("messages").path(0);

    assertThat(message.path("type").asString()).isEqualTo("reaction");
    assertThat(message.path("reaction").has("emoji")).isFalse();
    assertThat(message.path("id").asString()).startsWith("wamid.");
  }

  private Rest.Answer override(String url, String token) {
    return graph.post(
        account("/subscribed_apps"),
        "{\"override_callback_uri\":\"%s\",\"verify_token\":\"%s\"}".formatted(url, token));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
