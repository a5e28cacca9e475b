package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.support.Rest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SendTest extends MetaTest {
  @Test
  void acceptsAMessageAndReportsHowItFared() {
    hear();

    JsonNode answer =
        send("\"text\":{\"body\":\"Hi\"},\"biz_opaque_callback_data\":\"key-7\"").json();
    await().until(() -> statuses().size() == 3);

    String wamid = answer.path("messages").path(0).path("id").asString();
    assertThat(wamid).startsWith("wamid.");
    assertThat(answer.path("contacts").path(0).path("wa_id").asString()).isEqualTo(CUSTOMER);
    assertThat(statuses())
        .allSatisfy(status -> {
          assertThat(status.path("id").asString()).isEqualTo(wamid);
          assertThat(status.path("biz_opaque_callback_data").asString()).isEqualTo("key-7");
          assertThat(status.path("recipient_id").asString()).isEqualTo(CUSTOMER);
        })
        .extracting(status -> status.path("status").asString())
        .containsExactlyInAnyOrder("sent", "delivered", "read");
  }

  @Test
  void failsAFreeMessageOutsideTheServiceWindowAfterAcceptingIt() {
    Rest.Answer answer = sendText("too late");
    await().until(() -> !statuses().isEmpty());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(statuses().getFirst().path("status").asString()).isEqualTo("failed");
    assertThat(statuses().getFirst().path("errors").path(0).path("code").asInt())
        .isEqualTo(131_047);
  }

  @Test
  void closesTheServiceWindowAfterADay() {
    sandbox.control().settings(Map.of("meta", Map.of("windowCheck", "sync")));
    hear();

    Rest.Answer inTime = sendText("in time");
    sandbox.control().advanceClock(Duration.ofHours(24));
    Rest.Answer late = sendText("late");

    assertThat(inTime.status()).isEqualTo(200);
    assertThat(code(late)).isEqualTo(131_047);
  }

  @Test
  void letsATemplateThroughAtAnyTime() {
    Rest.Answer sent =
        send(
            """
            "type":"template","template":{"name":"order_update","language":{"code":"en_US"},
            "components":[{"type":"body","parameters":[{"type":"text","text":"Ann"},{"type":"text","text":"7"}]}]}
            """);
    await().until(() -> !statuses().isEmpty());

    assertThat(sent.json().path("messages").path(0).path("message_status").asString())
        .isEqualTo("accepted");
    assertThat(statuses()).noneMatch(status -> status.path("status").asString().equals("failed"));
  }

  @Test
  void knowsItsTemplatesAndTheirParameters() {
    Rest.Answer unknown =
        send(
            "\"type\":\"template\",\"template\":{\"name\":\"nope\",\"language\":{\"code\":\"en_US\"}}");
    Rest.Answer few =
        send(
            "\"type\":\"template\",\"template\":{\"name\":\"order_update\",\"language\":{\"code\":\"en_US\"}}");

    assertThat(code(unknown)).isEqualTo(132_001);
    assertThat(code(few)).isEqualTo(132_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          100    | "type":"hologram","hologram":{}
          131008 | "type":"text"
          131008 | "type":"text","text":{}
          100    | "type":"image","image":{"id":"1"}
          100    | "type":"image","image":{"id":"1","link":"https://x.example/a.png"}
          131008 | "type":"location","location":{"name":"x"}
          131009 | "type":"location","location":{"latitude":91,"longitude":0}
          131008 | "type":"reaction","reaction":{"emoji":"x"}
          131008 | "type":"contacts","contacts":[{"name":{}}]
          131008 | "type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{}}
          131009 | "type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[{"reply":{"id":"1","title":"a title that is far too long"}}]}}
          131009 | "type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[{"reply":{"id":"1","title":"a"}},{"reply":{"id":"2","title":"b"}},{"reply":{"id":"3","title":"c"}},{"reply":{"id":"4","title":"d"}}]}}
          131009 | "type":"interactive","interactive":{"type":"list","body":{"text":"x"},"action":{"button":"Go","sections":[]}}
          """)
  void refusesWhatMetaRefuses(int code, String members) {
    Rest.Answer answer = send(members);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(answer.json().path("error").path("fbtrace_id").asString()).isNotEmpty();
  }

  @Test
  void refusesATextOfMoreThan4096Characters() {
    hear();

    assertThat(sendText("x".repeat(4096)).status()).isEqualTo(200);
    assertThat(code(sendText("x".repeat(4097)))).isEqualTo(131_009);
  }

  @Test
  void refusesAnUnknownTokenAnExpiredOneAndAnothersNumber() {
    Rest stranger = rest.with("EAAstranger");
    Rest contoso = rest.with(sandbox.contoso().meta().systemUserToken());
    String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"+1\",\"text\":{\"body\":\"x\"}}";

    Rest.Answer unknown = stranger.post(node("/messages"), body);
    Rest.Answer others = contoso.post(node("/messages"), body);
    sandbox.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 1)));
    Rest.Answer expired = graph.post(node("/messages"), body);

    assertThat(unknown.status()).isEqualTo(401);
    assertThat(code(unknown)).isEqualTo(190);
    assertThat(code(others)).isEqualTo(100);
    assertThat(others.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
    assertThat(expired.json().path("error").path("error_subcode").asInt()).isEqualTo(463);
  }

  @Test
  void limitsMessagesToOnePerson() {
    sandbox.control().settings(Map.of("meta", Map.of("pairLimit", true)));
    hear();
    for (int message = 0; message < 45; message++) {
      assertThat(sendText("m").status()).isEqualTo(200);
    }

    Rest.Answer over = sendText("one too many");
    sandbox.control().advanceClock(Duration.ofSeconds(6));
    Rest.Answer later = sendText("later");

    assertThat(code(over)).isEqualTo(131_056);
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void limitsMessagesOfANumber() {
    sandbox.control().settings(Map.of("meta", Map.of("messagesPerSecond", 1)));
    hear();

    sendText("first");
    Rest.Answer second = sendText("second");

    assertThat(code(second)).isEqualTo(130_429);
  }

  @Test
  void sendsToABusinessScopedUserId() {
    sandbox
        .control()
        .customerSends(
            NORTHWIND,
            io.agentsandbox.platform.Json.object()
                .put("userId", "DE.abc123")
                .put("username", "ann.lee")
                .put("text", "hi"));
    JsonNode inbound = awaitHooks("/meta", 1).getFirst().value();

    JsonNode answer =
        graph
            .post(
                node("/messages"),
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"DE.abc123\",\"text\":{\"body\":\"hi\"}}")
            .json();
    await().until(() -> statuses().size() == 3);

    assertThat(inbound.path("contacts").path(0).has("wa_id")).isFalse();
    assertThat(inbound.path("messages").path(0).has("from")).isFalse();
    assertThat(inbound.path("messages").path(0).path("from_user_id").asString())
        .isEqualTo("DE.abc123");
    assertThat(answer.path("contacts").path(0).path("user_id").asString()).isEqualTo("DE.abc123");
    assertThat(statuses().getFirst().has("recipient_id")).isFalse();
    assertThat(statuses().getFirst().path("recipient_user_id").asString()).isEqualTo("DE.abc123");
  }

  @Test
  void notesReadMarksAndTyping() {
    String wamid = hear();

    Rest.Answer answer =
        graph.post(
            node("/messages"),
            "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\",\"typing_indicator\":{\"type\":\"text\"}}"
                .formatted(wamid));

    assertThat(answer.json().path("success").asBoolean()).isTrue();
    JsonNode mark = sandbox.control().metaReads(NORTHWIND).path(0);
    assertThat(mark.path("messageId").asString()).isEqualTo(wamid);
    assertThat(mark.path("typing").asBoolean()).isTrue();
  }

  @Test
  void reportsAStatusOnDemand() {
    hear();
    sandbox
        .control()
        .settings(
            Map.of("meta", Map.of("sentMillis", -1, "deliveredMillis", -1, "readMillis", -1)));
    String wamid = sendText("x").json().path("messages").path(0).path("id").asString();

    sandbox.control().failure(NORTHWIND, wamid, 131_026, "Message undeliverable");
    await().until(() -> !statuses().isEmpty());

    assertThat(statuses().getFirst().path("errors").path(0).path("code").asInt())
        .isEqualTo(131_026);
    assertThat(sandbox.control().metaMessages(NORTHWIND).path(0).path("status").asString())
        .isEqualTo("failed");
  }
}
