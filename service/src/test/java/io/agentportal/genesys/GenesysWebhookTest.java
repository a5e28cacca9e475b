package io.agentportal.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.genesys.GenesysNotice.AgentMessage;
import io.agentportal.genesys.GenesysNotice.MessageReceipt;
import io.agentportal.genesys.GenesysNotice.Typing;
import io.agentportal.genesys.GenesysNotice.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysWebhookTest {
  private static final Instant RECEIVED = Instant.parse("2026-10-05T12:00:00Z");

  private static String body(String members) {
    return """
    {"id":"m-1","conversationId":"c-1","originatingEntity":"Human",
     "channel":{"id":"int-1","messageId":"m-1","platform":"Open",
       "to":{"id":"+4915550001234","idType":"Phone"},
       "from":{"id":"int-1","idType":"Opaque","nickname":"Kim"},
       "time":"2026-10-05T11:59:58.250Z"},%s}
    """
        .formatted(members);
  }

  private static GenesysNotice read(String body) {
    return GenesysWebhook.read(body.getBytes(StandardCharsets.UTF_8), RECEIVED);
  }

  @Test
  void readsAnAgentsText() {
    var message = (AgentMessage) read(body("\"type\":\"Text\",\"text\":\"Good morning\""));

    assertThat(message.integrationId()).isEqualTo("int-1");
    assertThat(message.conversationId()).isEqualTo("c-1");
    assertThat(message.to()).isEqualTo(OpenContact.phone("4915550001234", null));
    assertThat(message.author()).isEqualTo(new GenesysNotice.Author(false, "Kim"));
    assertThat(message.at()).isEqualTo(Instant.parse("2026-10-05T11:59:58.250Z"));
    assertThat(message.content().kind()).isEqualTo("text");
    assertThat(message.content().text()).isEqualTo("Good morning");
  }

  @Test
  void readsAnAttachmentWithoutText() {
    var message =
        (AgentMessage)
            read(
                body(
                    """
                    "type":"Text","content":[{"contentType":"Attachment","attachment":{"id":"a-1",
                      "mediaType":"Image","url":"https://files.example/a-1","mime":"image/png",
                      "filename":"map.png","contentSizeBytes":2048}}]
                    """));

    assertThat(message.content().kind()).isEqualTo("image");
    assertThat(message.content().text()).isEqualTo("File map.png");
    assertThat(message.content().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            AgentPart.File.class, file -> assertThat(file.attachment().bytes()).isEqualTo(2048));
  }

  @Test
  void turnsStructuredContentIntoReadableText() {
    var message =
        (AgentMessage)
            read(
                body(
                    """
                    "type":"Structured","text":"Which day?","content":[
                      {"contentType":"QuickReply","quickReply":{"text":"Today","payload":"d0"}},
                      {"contentType":"Card","card":{"title":"Visit","description":"At home",
                        "actions":[{"type":"Link","text":"Book","url":"https://b.example"}]}}]
                    """));

    assertThat(message.content().kind()).isEqualTo("interactive");
    assertThat(message.content().text())
        .isEqualTo("Which day?\n• Today\nVisit\nAt home\n• Book: https://b.example");
  }

  @Test
  void readsTypingAndReceipts() {
    var typing =
        (Typing)
            read(
                body(
                    "\"type\":\"Event\",\"events\":[{\"eventType\":\"Typing\","
                        + "\"typing\":{\"type\":\"On\",\"duration\":3000}}]"));
    var receipt =
        (MessageReceipt)
            read(
                body(
                    "\"type\":\"Receipt\",\"status\":\"Failed\",\"isFinalReceipt\":true,"
                        + "\"reasons\":[{\"code\":\"GeneralError\",\"message\":\"No route\"}]"));

    assertThat(typing.on()).isTrue();
    assertThat(typing.duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(receipt.status()).isEqualTo("Failed");
    assertThat(receipt.reason()).isEqualTo("No route");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type":"Text"                                          | holds nothing
          "type":"Event","events":[{"eventType":"CoBrowse"}]     | unknown kind
          "type":"Text","text":"x","channel":{}                  | names nobody
          """)
  void keepsWhatItDoesNotUnderstand(String members, String reason) {
    assertThat(read(body(members)))
        .isInstanceOfSatisfying(Unknown.class, n -> assertThat(n.reason()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "{\"type\":7}", "{\"channel\":[]}", "{\"id\":{}}"})
  void neverThrows(String body) {
    assertThat(read(body)).isInstanceOf(Unknown.class);
  }

  @Test
  void survivesBodiesWithAnyByteChanged() {
    byte[] body = body("\"type\":\"Text\",\"text\":\"Good\"").getBytes(StandardCharsets.UTF_8);
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = body.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);

      assertThat(GenesysWebhook.read(broken, RECEIVED)).isNotNull();
    }
  }
}
