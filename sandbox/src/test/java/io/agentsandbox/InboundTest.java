package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.support.Rest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboundTest extends GenesysTest {
  @Test
  void answersWithAnIdAndTheConversationOnRequest() {
    JsonNode answer = inbound("wamid.1", ",\"text\":\"hello\"").json();

    assertThat(answer.path("id").asString()).isNotEmpty();
    assertThat(answer.path("conversationId").asString()).isNotEmpty();
    assertThat(answer.path("channel").path("messageId").asString()).isEqualTo("wamid.1");
  }

  @Test
  void refusesAMessageWithNeitherTextNorContent() {
    Rest.Answer answer = inbound("wamid.1", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asString()).isEqualTo("bad.request");
    assertThat(answer.json().path("message").asString()).contains("anyOf");
  }

  @Test
  void refusesMetadataThatIsNotText() {
    Rest.Answer answer = inbound("wamid.1", ",\"text\":\"x\",\"metadata\":{\"a\":{\"b\":1}}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void refusesAMimeTypeInPlaceOfTheMediaType() {
    Rest.Answer answer =
        inbound(
            "wamid.1",
            ",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":{\"mediaType\":\"image/png\",\"url\":\"https://x.example/a\",\"mime\":\"image/png\"}}]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asString()).isEqualTo("invalid.value");
  }

  @Test
  void refusesABodyThatIsNotJsonAndOneThatIsTooBig() {
    Rest.Answer broken = genesys.post(inboundPath("message"), "{\"channel\":");
    Rest.Answer huge = inbound("wamid.1", ",\"text\":\"" + "x".repeat(512_000) + "\"");

    assertThat(broken.status()).isEqualTo(400);
    assertThat(huge.status()).isEqualTo(413);
  }

  @Test
  void keepsAContactInOneConversationUntilItEnds() {
    String first = write("wamid.1");
    String second = write("wamid.2");
    sandbox.control().disconnect(NORTHWIND, CONTACT);
    String third = write("wamid.3");

    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
  }

  @Test
  void endsAConversationFromTheCustomersSide() {
    String conversation = write("wamid.1");

    genesys.call(
        "PATCH",
        "/api/v2/conversations/messages/" + conversation + "/participants/p-1",
        "{\"state\":\"disconnected\"}");

    assertThat(write("wamid.2")).isNotEqualTo(conversation);
  }

  @Test
  void marksARepeatedMessageForTheReader() {
    write("wamid.1");
    write("wamid.1");

    JsonNode messages = sandbox.control().genesysMessages(NORTHWIND, CONTACT);

    assertThat(messages).hasSize(2);
    assertThat(messages.path(0).path("duplicateOf").isNull()).isTrue();
    assertThat(messages.path(1).path("duplicateOf").asLong()).isEqualTo(1);
  }

  @Test
  void takesReceiptsForDeliveredAndFailedOnly() {
    write("wamid.1");
    String sent = sandbox.control().agentAnswers(NORTHWIND, CONTACT, "Hi");

    Rest.Answer delivered = receipt(sent, "Delivered", "");
    Rest.Answer failed =
        receipt(
            "unknown",
            "Failed",
            ",\"reasons\":[{\"code\":\"MessageNotAllowed\",\"message\":\"closed\"}]");
    Rest.Answer read = receipt(sent, "Read", "");
    JsonNode receipts = sandbox.control().genesysReceipts(NORTHWIND);

    assertThat(delivered.status()).isEqualTo(200);
    assertThat(failed.status()).isEqualTo(200);
    assertThat(read.status()).isEqualTo(400);
    assertThat(read.json().path("code").asString()).isEqualTo("invalid.value");
    assertThat(receipts).hasSize(2);
    assertThat(receipts.path(0).path("knownMessage").asBoolean()).isTrue();
    assertThat(receipts.path(1).path("knownMessage").asBoolean()).isFalse();
    assertThat(receipts.path(1).path("reasons").path(0).path("code").asString())
        .isEqualTo("MessageNotAllowed");
  }

  @Test
  void refusesAReceiptReasonOutsideTheList() {
    Rest.Answer answer =
        receipt("m-1", "Failed", ",\"reasons\":[{\"code\":\"Nope\",\"message\":\"x\"}]");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void takesTypingAndNoOtherEvent() {
    Rest.Answer typing = event("Typing");
    Rest.Answer other = event("Read");

    assertThat(typing.status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(400);
    assertThat(sandbox.control().genesysEvents(NORTHWIND)).hasSize(1);
  }

  @Test
  void takesTheAnswerToAButton() {
    Rest.Answer answer =
        genesys.post(
            inboundPath("structured/response"),
            """
            {"channel":{"from":{"id":"%s","idType":"Phone"},"time":"2026-11-01T10:00:00Z"},
             "originatingMessageId":"m-1",
             "buttonResponse":{"type":"QuickReply","text":"Yes","payload":"yes"}}
            """
                .formatted(CONTACT));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(sandbox.control().genesysMessages(NORTHWIND).path(0).path("kind").asString())
        .isEqualTo("structured");
  }

  @Test
  void doesNotTakeMessagesBeforeTheIntegrationIsComplete() {
    sandbox.control().settings(Map.of("genesys", Map.of("integrationCreationMillis", 60_000)));
    integration = create("Slow").json().path("id").asString();

    assertThat(inbound("wamid.1", ",\"text\":\"x\"").status()).isEqualTo(400);
  }

  private Rest.Answer receipt(String id, String status, String members) {
    return genesys.post(
        inboundPath("receipt"),
        """
        {"id":"%s","channel":{"to":{"id":"%s","idType":"Phone"},"time":"2026-11-01T10:00:00Z"},
         "status":"%s","isFinalReceipt":true%s}
        """
            .formatted(id, CONTACT, status, members));
  }

  private Rest.Answer event(String type) {
    return genesys.post(
        inboundPath("event"),
        """
        {"channel":{"from":{"id":"%s","idType":"Phone"},"time":"2026-11-01T10:00:00Z"},
         "events":[{"eventType":"%s"}]}
        """
            .formatted(CONTACT, type));
  }
}
