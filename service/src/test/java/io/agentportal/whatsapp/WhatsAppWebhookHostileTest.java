package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody would send on purpose. The seeds are fixed, so that a failure can be repeated.
class WhatsAppWebhookHostileTest {
  private static final List<String> NAMES =
      List.of(
          "type",
          "id",
          "from",
          "timestamp",
          "text",
          "body",
          "image",
          "caption",
          "location",
          "latitude",
          "longitude",
          "contacts",
          "name",
          "phones",
          "interactive",
          "nfm_reply",
          "response_json",
          "order",
          "product_items",
          "quantity",
          "item_price",
          "reaction",
          "system",
          "edit",
          "message",
          "errors",
          "code",
          "context",
          "referral",
          "unsupported",
          "list_reply",
          "from_user_id",
          "profile",
          "wa_id",
          "status",
          "recipient_id",
          "error_data");

  private static final List<String> TEXTS =
      List.of(
          "text",
          "image",
          "interactive",
          "order",
          "edit",
          "nfm_reply",
          "system",
          "contacts",
          "1e999999999",
          "-1",
          "9999999999999999999999",
          "NaN",
          "",
          " ",
          "\u0000",
          "\uD83D",
          "DE.1",
          "+49 155",
          "{\"a\":[[[]]]}",
          "wamid.X",
          "131052");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "7",
        "\"x\"",
        "{\"entry\":null}",
        "{\"entry\":[null,[],7,{}]}",
        "{\"entry\":[{\"changes\":[null,{\"value\":[]},{\"value\":\"x\",\"field\":{}}]}]}",
        "{\"entry\":{\"changes\":{\"value\":{\"messages\":{\"id\":\"a\",\"from\":\"491555000\"}}}}}"
      })
  void neverThrowsAndNeverAnswersNothing(String body) {
    assertThat(Payloads.read(body)).isNotEmpty();
  }

  @Test
  void survivesABodyThatIsNestedWithoutEnd() {
    String body = "{\"entry\":" + "[".repeat(200_000);

    assertThat(Payloads.read(body)).hasOnlyElementsOfType(WhatsAppNotice.Unreadable.class);
  }

  @Test
  void neverLosesTheNeighboursOfARandomItem() {
    for (int seed = 0; seed < 20_000; seed++) {
      String random = tree(new Random(seed), 4);
      String body =
          Payloads.change(
              "messages",
              Payloads.value(
                  """
                  "contacts":[%1$s],
                  "messages":[{"id":"wamid.before","from":"4915550001","type":"text"},
                              %1$s,
                              {"id":"wamid.after","from":"4915550002","type":"text"}],
                  "statuses":[%1$s],"errors":[%1$s]
                  """
                      .formatted(random)));

      List<WhatsAppNotice> notices = Payloads.read(body);

      assertThat(notices.stream().filter(CustomerMessage.class::isInstance))
          .as("seed %s", seed)
          .extracting(notice -> ((CustomerMessage) notice).wamid())
          .contains("wamid.before", "wamid.after");
      assertThat(notices).as("seed %s", seed).allSatisfy(WhatsAppWebhookHostileTest::isReadable);
    }
  }

  @Test
  void survivesBodiesWithAnyByteChanged() {
    byte[] body =
        Payloads.message("\"type\":\"text\",\"text\":{\"body\":\"Hello é\"}")
            .getBytes(StandardCharsets.UTF_8);
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = body.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);

      assertThat(WhatsAppWebhook.read(broken, Payloads.RECEIVED)).isNotEmpty();
    }
  }

  private static void isReadable(WhatsAppNotice notice) {
    if (notice instanceof WhatsAppNotice.Unreadable unreadable) {
      assertThat(unreadable.reason()).as("foreseen").doesNotContain("could not be read");
    }
    if (notice instanceof CustomerMessage message) {
      assertThat(message.content().text()).isNotBlank().doesNotContain("\u0000");
      assertThat(message.content().kind()).isNotBlank();
      assertThat(message.wamid()).hasSizeBetween(1, 512);
    }
  }

  private static String tree(Random random, int depth) {
    int choice = random.nextInt(depth > 0 ? 8 : 5);
    return switch (choice) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextBoolean());
      case 2 -> String.valueOf(random.nextLong());
      case 3 -> random.nextInt() + "." + random.nextInt(1000) + "e" + random.nextInt(300);
      case 4 -> text(random);
      case 5 -> "[" + tree(random, depth - 1) + "," + tree(random, depth - 1) + "]";
      default -> object(random, depth);
    };
  }

  private static String object(Random random, int depth) {
    var members = new StringBuilder("{\"id\":").append(text(random));
    for (int i = random.nextInt(7); i > 0; i--) {
      members
          .append(",\"")
          .append(NAMES.get(random.nextInt(NAMES.size())))
          .append("\":")
          .append(tree(random, depth - 1));
    }
    return members.append('}').toString();
  }

  private static String text(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return new String(
        PartnerJson.bytes(PartnerJson.object().put("t", PartnerJson.storable(text)).path("t")),
        StandardCharsets.UTF_8);
  }
}
