package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Signatures;
import io.agentsandbox.support.Portal.Hook;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgentWebhookTest extends GenesysTest {
  @Test
  void signsTheExactBytesInBase64AndAddsTheIntegrationsHeaders() {
    String conversation = write("wamid.1");

    String id = sandbox.control().agentAnswers(NORTHWIND, CONTACT, "Grüße 👋");
    Hook hook = firstHook();

    assertThat(hook.signature()).isEqualTo(Signatures.base64(SECRET, hook.body().array()));
    assertThat(hook.extraHeader()).isEqualTo("t-1");
    assertThat(hook.json().path("id").asString()).isEqualTo(id);
    assertThat(hook.json().path("conversationId").asString()).isEqualTo(conversation);
    assertThat(hook.json().path("text").asString()).isEqualTo("Grüße 👋");
    assertThat(hook.json().path("channel").path("to").path("id").asString()).isEqualTo(CONTACT);
  }

  @Test
  void signsAsTheValidationPageDescribes() {
    byte[] body = "{\"text\":\"hi\"}".getBytes(StandardCharsets.UTF_8);

    String signature = Signatures.base64("secret-of-sixteen", body);

    assertThat(signature).hasSize("sha256=".length() + 44).endsWith("=");
    assertThat(Base64.getDecoder().decode(signature.substring("sha256=".length()))).hasSize(32);
  }

  @Test
  void triesAgainAfterA503ButNotAfterA400() {
    write("wamid.1");
    portal.refuse(503, 2);
    sandbox.control().agentAnswers(NORTHWIND, CONTACT, "again");
    await().until(() -> portal.hooks("/genesys").size() == 3);

    portal.forget();
    portal.refuse(400, 5);
    sandbox.control().agentAnswers(NORTHWIND, CONTACT, "once");
    await()
        .until(() ->
            sandbox.control().deliveries(NORTHWIND).values().stream()
                .anyMatch(delivery -> delivery.path("status").asInt() == 400));

    assertThat(portal.hooks("/genesys")).hasSize(1);
    assertThat(sandbox.control().deliveries(NORTHWIND))
        .last()
        .satisfies(delivery -> assertThat(delivery.path("final").asBoolean()).isTrue());
  }

  @Test
  void givesUpAfterFiveRetries() {
    write("wamid.1");
    sandbox.control().settings(Map.of("genesys", Map.of("webhookRetryMillis", 5)));
    portal.refuse(500, 100);

    sandbox.control().agentAnswers(NORTHWIND, CONTACT, "lost");

    await()
        .until(() ->
            sandbox.control().deliveries(NORTHWIND).values().stream()
                .anyMatch(delivery -> delivery.path("final").asBoolean()));
    assertThat(portal.hooks("/genesys")).hasSize(6);
  }

  @Test
  void handsOutAFileThatAnAgentSent() {
    write("wamid.1");
    byte[] content = "hello".getBytes(StandardCharsets.UTF_8);

    sandbox
        .control()
        .agentSendsFile(
            NORTHWIND,
            Json.object()
                .put("contact", CONTACT)
                .put("filename", "hello.txt")
                .put("mime", "text/plain")
                .put("bytes", Base64.getEncoder().encodeToString(content)));
    JsonNode attachment = firstHook().json().path("content").path(0).path("attachment");

    assertThat(attachment.path("mediaType").asString()).isEqualTo("File");
    assertThat(attachment.path("contentSizeBytes").asInt()).isEqualTo(5);
    assertThat(rest.get(attachment.path("url").asString()).bytes()).isEqualTo(content);
  }

  @Test
  void sendsTypingAndQuickReplies() {
    write("wamid.1");

    sandbox
        .control()
        .agentAnswers(NORTHWIND, Json.object().put("contact", CONTACT).put("type", "Event"));
    JsonNode typing = firstHook().json();
    portal.forget();
    sandbox
        .control()
        .agentAnswers(
            NORTHWIND,
            (tools.jackson.databind.node.ObjectNode)
                Json.parse(
                    """
                    {"contact":"%s","type":"Structured","bot":true,"text":"Choose",
                     "content":[{"contentType":"QuickReply","quickReply":{"text":"Yes","payload":"y"}}]}
                    """
                        .formatted(CONTACT)
                        .getBytes(StandardCharsets.UTF_8)));
    JsonNode structured = firstHook().json();

    assertThat(typing.path("events").path(0).path("eventType").asString()).isEqualTo("Typing");
    assertThat(structured.path("type").asString()).isEqualTo("Structured");
    assertThat(structured.path("originatingEntity").asString()).isEqualTo("Bot");
    assertThat(structured.path("content")).hasSize(1);
  }

  @Test
  void confirmsInboundMessagesWhenAskedTo() {
    sandbox.control().settings(Map.of("genesys", Map.of("receiptWebhooks", true)));
    String id = inbound("wamid.1", ",\"text\":\"x\"").json().path("id").asString();

    JsonNode receipt = firstHook().json();

    assertThat(receipt.path("type").asString()).isEqualTo("Receipt");
    assertThat(receipt.path("status").asString()).isEqualTo("Published");
    assertThat(receipt.path("direction").asString()).isEqualTo("Inbound");
    assertThat(receipt.path("id").asString()).isEqualTo(id);
  }

  @Test
  void startsAConversationWithoutAnAgent() {
    genesys.post(
        "/api/v2/conversations/messages/agentless",
        """
        {"fromAddress":"%s","toAddress":"+34600000001","toAddressMessengerType":"open",
         "textBody":"Your order is ready"}
        """
            .formatted(integration));

    assertThat(firstHook().json().path("text").asString()).isEqualTo("Your order is ready");
  }

  private static Hook firstHook() {
    await().until(() -> !portal.hooks("/genesys").isEmpty());
    return portal.hooks("/genesys").getFirst();
  }
}
