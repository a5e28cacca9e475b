package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

  @Test
  void namesTheMessageThatAReactionOrAnEditIsAbout() {
    var reaction =
        Payloads.only(
            Payloads.message("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z\"}"));
    var reply =
        Payloads.only(
            Payloads.message(
                "\"type\":\"text\",\"text\":{\"body\":\"ok\"},\"context\":{\"id\":\"wamid.Y\"}"));

    assertThat(reaction.context().about()).isEqualTo("wamid.Z");
    assertThat(reply.context().about()).isEqualTo("wamid.Y");
  }

  @Test
  void tellsWhoACustomerIsAfterAChangeOfNumber() {
    var message =
        Payloads.only(
            Payloads.message(
                "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\","
                    + "\"wa_id\":\"4915550009999\",\"user_id\":\"DE.9\"}"));

    assertThat(message.customer().phone()).isEqualTo("4915550001234");
    var becomes = Objects.requireNonNull(message.context().becomes());
    assertThat(becomes.phone()).isEqualTo("4915550009999");
    assertThat(becomes.userId()).isEqualTo("DE.9");
  }

  @Test
  void keepsTheAdvertisementThatLedToTheChat() {
    var message =
        Payloads.only(
            Payloads.message(
                "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"referral\":{\"source_type\":\"ad\","
                    + "\"headline\":\"New bikes\",\"ctwa_clid\":\"clid-1\"}"));

    var referral = Objects.requireNonNull(message.context().referral());
    assertThat(referral.headline()).isEqualTo("New bikes");
    assertThat(referral.clickId()).isEqualTo("clid-1");
  }
}
