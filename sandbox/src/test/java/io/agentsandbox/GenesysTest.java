package io.agentsandbox;

import io.agentsandbox.support.Rest;
import org.junit.jupiter.api.BeforeEach;

/// Tests that have a machine token and an integration whose webhooks arrive at `/genesys`.
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before each test.
abstract class GenesysTest extends SandboxTest {
  static final String OPEN = "/api/v2/conversations/messaging/integrations/open";
  static final String SECRET = "a-secret-of-twenty-chars";
  static final String CONTACT = "+4915112345678";

  Rest genesys;
  String integration;

  @BeforeEach
  void integrate() {
    genesys = rest.with(machineToken());
    integration = create("Portal").json().path("id").asString();
  }

  Rest.Answer create(String name) {
    return genesys.post(OPEN, integrationBody(name, portal.uri("/genesys").toString(), SECRET));
  }

  static String integrationBody(String name, String url, String secret) {
    return """
    {"name":"%s","outboundNotificationWebhookUrl":"%s",
     "outboundNotificationWebhookSignatureSecretToken":"%s","webhookHeaders":{"X-Tenant":"t-1"}}
    """
        .formatted(name, url, secret);
  }

  String inboundPath(String kind) {
    return "/api/v2/conversations/messages/" + integration + "/inbound/open/" + kind;
  }

  Rest.Answer inbound(String messageId, String members) {
    return genesys.post(
        inboundPath("message") + "?prefetchConversationId=true",
        """
        {"channel":{"messageId":"%s","from":{"id":"%s","idType":"Phone","nickname":"Ann"},
         "time":"2026-11-01T10:00:00.000Z"}%s}
        """
            .formatted(messageId, CONTACT, members));
  }

  /// Answers the conversation's id.
  String write(String messageId) {
    return inbound(messageId, ",\"text\":\"hello\"").json().path("conversationId").asString();
  }
}
