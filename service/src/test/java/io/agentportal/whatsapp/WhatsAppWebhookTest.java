package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.whatsapp.WhatsAppNotice.AccountNotice;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import io.agentportal.whatsapp.WhatsAppNotice.Sender;
import io.agentportal.whatsapp.WhatsAppNotice.StatusUpdate;
import io.agentportal.whatsapp.WhatsAppNotice.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WhatsAppWebhookTest {

  @Test
  void readsAMessageWithItsNumberItsCustomerAndItsTime() {
    var message =
        Payloads.only(Payloads.message("\"type\":\"text\",\"text\":{\"body\":\"Hello\"}"));

    assertThat(message.number().wabaId()).isEqualTo("340000000000901");
    assertThat(message.number().phoneNumberId()).isEqualTo("340000000000902");
    assertThat(message.customer().phone()).isEqualTo("4915550001234");
    assertThat(message.customer().name()).isEqualTo("Mara Lind");
    assertThat(message.wamid()).isEqualTo("wamid.A1");
    assertThat(message.sender()).isEqualTo(Sender.CUSTOMER);
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1_791_201_600L));
  }

  @Test
  void readsEveryMessageOfEveryChangeOfEveryEntry() {
    String change =
        """
        {"field":"messages","value":%s}
        """
            .formatted(
                Payloads.value(
                    """
                    "messages":[{"id":"wamid.%1$s1","from":"4915550001","type":"text"},
                                {"id":"wamid.%1$s2","from":"4915550002","type":"text"}]
                    """));
    String body =
        """
        {"entry":[{"id":"1","changes":[%s,%s]},{"id":"2","changes":[%s]}]}
        """
            .formatted(change.formatted("a"), change.formatted("b"), change.formatted("c"));

    assertThat(Payloads.read(body))
        .extracting(notice -> ((CustomerMessage) notice).wamid())
        .containsExactly("wamid.a1", "wamid.a2", "wamid.b1", "wamid.b2", "wamid.c1", "wamid.c2");
  }

  @Test
  void knowsACustomerWithoutAPhoneByTheirUserId() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value(
                """
                "contacts":[{"profile":{"name":"Ana","username":"@ana.b"},"user_id":"BR.77"}],
                "messages":[{"id":"wamid.B","from_user_id":"BR.77","type":"text"}]
                """));

    var customer = Payloads.only(body).customer();

    assertThat(customer.userId()).isEqualTo("BR.77");
    assertThat(customer.phone()).isNull();
    assertThat(customer.username()).isEqualTo("ana.b");
  }

  @Test
  void takesAUserIdInThePlaceOfAPhoneForWhatItIs() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value("\"messages\":[{\"id\":\"wamid.B\",\"from\":\"DE.1234567890\"}]"));

    assertThat(Payloads.only(body).customer().userId()).isEqualTo("DE.1234567890");
    assertThat(Payloads.only(body).customer().phone()).isNull();
  }

  @Test
  void joinsContactsByPositionWhereBothSpellTheNumberDifferently() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value(
                """
                "contacts":[{"profile":{"name":"Rui"},"wa_id":"551181234567"},
                            {"profile":{"name":"Eva"},"wa_id":"4915550002"}],
                "messages":[{"id":"wamid.1","from":"5511981234567","type":"text"},
                            {"id":"wamid.2","from":"4915550002","type":"text"}]
                """));

    assertThat(Payloads.read(body))
        .extracting(notice -> ((CustomerMessage) notice).customer().name())
        .containsExactly("Rui", "Eva");
  }

  @Test
  void givesNobodyTheNameOfSomebodyElse() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value(
                """
                "contacts":[{"profile":{"name":"Rui"},"wa_id":"551181234567"}],
                "messages":[{"id":"wamid.1","from":"4915550009","type":"text"}]
                """));

    assertThat(Payloads.only(body).customer().name()).isNull();
  }

  @Test
  void readsAFailedStatusWithItsErrorAndOurKey() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value(
                """
                "statuses":[{"id":"wamid.S","status":"failed","timestamp":"1791201600",
                  "recipient_id":"4915550001234","biz_opaque_callback_data":"key-1",
                  "errors":[{"code":131047,"title":"Re-engagement message",
                             "error_data":{"details":"more than 24 hours"}}]}]
                """));

    var status = (StatusUpdate) Payloads.read(body).getFirst();

    assertThat(status.status()).isEqualTo("failed");
    assertThat(status.correlationKey()).isEqualTo("key-1");
    assertThat(status.recipient().phone()).isEqualTo("4915550001234");
    var error = Objects.requireNonNull(status.error());
    assertThat(error.code()).isEqualTo(131047);
    assertThat(error.details()).isEqualTo("more than 24 hours");
  }

  @Test
  void doesNotTakeAFailedPaymentForAFailedMessage() {
    String body =
        Payloads.change(
            "messages",
            Payloads.value(
                "\"statuses\":[{\"id\":\"wamid.P\",\"status\":\"failed\",\"type\":\"payment\"}]"));

    assertThat(Payloads.read(body))
        .singleElement()
        .isInstanceOfSatisfying(
            AccountNotice.class, n -> assertThat(n.field()).isEqualTo("messages.payment"));
  }

  @Test
  void takesEchoesForMessagesOfStaffToTheCustomer() {
    for (String field : List.of("smb_message_echoes", "message_echoes")) {
      String body =
          Payloads.change(
              field,
              Payloads.value(
                  """
                  "message_echoes":[{"id":"wamid.E","from":"15550100901","to":"4915550001234",
                    "type":"text","text":{"body":"From my phone"}}]
                  """));

      var message = Payloads.only(body);

      assertThat(message.sender()).isEqualTo(Sender.STAFF);
      assertThat(message.customer().phone()).isEqualTo("4915550001234");
      assertThat(message.content().text()).isEqualTo("From my phone");
    }
  }

  @Test
  void takesWhatArrivesOnStandbyForMessagesOfTheCustomer() {
    String value = Payloads.value("\"messages\":[{\"id\":\"wamid.T\",\"from\":\"4915550001\"}]");

    assertThat(Payloads.only(Payloads.change("standby", value)).sender())
        .isEqualTo(Sender.CUSTOMER);
  }

  @Test
  void keepsErrorsAndOtherFieldsAsNoticesAboutTheAccount() {
    String errors = Payloads.change("messages", Payloads.value("\"errors\":[{\"code\":131035}]"));
    String quality =
        Payloads.change(
            "phone_number_quality_update", "{\"display_phone_number\":\"1555\",\"event\":\"X\"}");

    assertThat(List.of(Payloads.read(errors).getFirst(), Payloads.read(quality).getFirst()))
        .extracting(notice -> ((AccountNotice) notice).field())
        .containsExactly("messages.errors", "phone_number_quality_update");
  }

  @Test
  void makesATextWithoutCharactersThatTheDatabaseRefuses() {
    var message =
        Payloads.only(
            Payloads.message(
                "\"type\":\"text\",\"text\":{\"body\":\"a\\u0000b \\ud83d c \\ud83d\\ude00\"}"));

    assertThat(message.content().text()).isEqualTo("ab \uFFFD c \uD83D\uDE00");
  }

  @Test
  void keepsABodyThatIsNoJson() {
    assertThat(WhatsAppWebhook.read("{\"entry\":".getBytes(StandardCharsets.UTF_8), Instant.EPOCH))
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class, n -> assertThat(n.raw()).isEqualTo("{\"entry\":"));
  }
}
