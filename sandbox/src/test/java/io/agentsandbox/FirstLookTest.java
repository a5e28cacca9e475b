package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.support.Rest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole way once: a customer writes, Genesys takes it in, an agent answers, Meta sends it.
class FirstLookTest extends SandboxTest {
  @Test
  void carriesAMessageToTheAgentAndTheAnswerBack() {
    Rest genesys = rest.with(machineToken());
    String integration = integration(genesys);
    sandbox.control().callback(NORTHWIND, "waba", portal.uri("/meta"));
    Rest graph = rest.with(sandbox.northwind().meta().systemUserToken());

    String wamid = sandbox.control().customerSends(NORTHWIND, "4915112345678", "Ann Lee", "Hallo");
    await().until(() -> portal.hooks("/meta").size() == 1);
    JsonNode inbound = portal.hooks("/meta").getFirst().value().path("messages").path(0);
    Rest.Answer taken =
        genesys.post(
            "/api/v2/conversations/messages/"
                + integration
                + "/inbound/open/message?prefetchConversationId=true",
            """
            {"channel":{"messageId":"%s","from":{"id":"+4915112345678","idType":"Phone","nickname":"Ann Lee"},
             "time":"2026-11-01T10:00:00.000Z"},"text":"%s"}
            """
                .formatted(wamid, inbound.path("text").path("body").asString()));
    sandbox.control().agentAnswers(NORTHWIND, "+4915112345678", "Wie kann ich helfen?");
    await().until(() -> portal.hooks("/genesys").size() == 1);
    JsonNode outbound = portal.hooks("/genesys").getFirst().json();
    Rest.Answer sent = handOver(graph);

    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.json().path("conversationId").asString())
        .isEqualTo(outbound.path("conversationId").asString());
    assertThat(sent.status()).isEqualTo(200);
    await()
        .untilAsserted(() ->
            assertThat(portal.hooks("/meta"))
                .extracting(
                    hook -> hook.value().path("statuses").path(0).path("status").asString(""))
                .contains("sent", "delivered", "read"));
    assertThat(sandbox.control().metaMessages(NORTHWIND).path(0).path("callbackData").asString())
        .isEqualTo("key-1");
  }

  private Rest.Answer handOver(Rest graph) {
    return graph.post(
        "/v26.0/" + sandbox.northwind().meta().phoneNumberId() + "/messages",
        """
        {"messaging_product":"whatsapp","to":"+4915112345678","type":"text",
         "text":{"body":"Wie kann ich helfen?"},"biz_opaque_callback_data":"key-1"}
        """);
  }

  private static String integration(Rest genesys) {
    return genesys
        .post(
            "/api/v2/conversations/messaging/integrations/open",
            """
            {"name":"Portal","outboundNotificationWebhookUrl":"%s",
             "outboundNotificationWebhookSignatureSecretToken":"a-secret-of-twenty-chars"}
            """
                .formatted(portal.uri("/genesys")))
        .json()
        .path("id")
        .asString();
  }
}
