package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageReaderTest {

  @ParameterizedTest
  @MethodSource("types")
  void givesEveryTypeAKindAndATextThatAnAgentCanRead(String members, String kind, String text) {
    CustomerMessage message = Payloads.only(Payloads.message(members));

    assertThat(message.content().kind()).isEqualTo(kind);
    assertThat(message.content().text()).isEqualTo(text);
  }

  static Stream<Arguments> types() {
    return Stream.of(words(), things(), choices(), forms(), oddities()).flatMap(each -> each);
  }

  private static Stream<Arguments> words() {
    return Stream.of(
        arguments("\"type\":\"text\",\"text\":{\"body\":\"Is it open?\"}", "text", "Is it open?"),
        arguments(
            "\"type\":\"image\",\"image\":{\"id\":\"7\",\"caption\":\"My roof\"}",
            "image",
            "Image: My roof"),
        arguments("\"type\":\"video\",\"video\":{\"id\":\"7\"}", "video", "Video"),
        arguments("\"type\":\"audio\",\"audio\":{\"id\":\"7\"}", "audio", "Audio"),
        arguments(
            "\"type\":\"audio\",\"audio\":{\"id\":\"7\",\"voice\":true}", "audio", "Voice message"),
        arguments("\"type\":\"voice\",\"voice\":{\"id\":\"7\"}", "audio", "Voice message"),
        arguments(
            "\"type\":\"document\",\"document\":{\"id\":\"7\",\"filename\":\"bill.pdf\"}",
            "document",
            "Document bill.pdf"),
        arguments(
            "\"type\":\"sticker\",\"sticker\":{\"id\":\"7\",\"animated\":true}",
            "sticker",
            "Animated sticker"));
  }

  private static Stream<Arguments> things() {
    return Stream.of(
        arguments(
            "\"type\":\"location\",\"location\":{\"latitude\":52.5,\"longitude\":13.4,"
                + "\"name\":\"Depot\",\"address\":\"Canal Road 4\"}",
            "location",
            "Location: Depot, Canal Road 4 (52.5, 13.4)"),
        arguments(
            "\"type\":\"location\",\"location\":{\"latitude\":\"-3\",\"longitude\":40}",
            "location",
            "Location: -3, 40"),
        arguments(
            "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Jo Park\"},"
                + "\"phones\":[{\"phone\":\"+1 555 0100\"}]},{\"phones\":[{\"wa_id\":\"44155\"}]}]",
            "contacts",
            "Contacts:\nJo Park, +1 555 0100\n44155"),
        arguments(
            "\"type\":\"order\",\"order\":{\"text\":\"Gift wrap\",\"product_items\":["
                + "{\"product_retailer_id\":\"mug\",\"quantity\":\"2\",\"item_price\":4.5,"
                + "\"currency\":\"EUR\"},{\"product_retailer_id\":\"cup\",\"quantity\":1,"
                + "\"item_price\":\"3\",\"currency\":\"EUR\"}]}",
            "order",
            "Order: 3 items, 12.00 EUR\n2 × mug at 4.50 EUR\n1 × cup at 3.00 EUR\nNote: Gift wrap"),
        arguments(
            "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z\",\"emoji\":\"\uD83D\uDE4F\"}",
            "reaction",
            "Reacted with \uD83D\uDE4F"),
        arguments(
            "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z\"}",
            "reaction",
            "Reaction removed"));
  }

  private static Stream<Arguments> choices() {
    return Stream.of(
        arguments(
            "\"type\":\"button\",\"button\":{\"payload\":\"YES\",\"text\":\"Yes, please\"}",
            "button",
            "Yes, please"),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\","
                + "\"button_reply\":{\"id\":\"b1\",\"title\":\"Later\"}}",
            "interactive",
            "Later"),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":"
                + "{\"id\":\"r1\",\"title\":\"Express\",\"description\":\"one day\"}}",
            "interactive",
            "Express (one day)"));
  }

  private static Stream<Arguments> forms() {
    return Stream.of(
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":"
                + "{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":"
                + "\"{\\\"flow_token\\\":\\\"x\\\",\\\"first_name\\\":\\\"Mara\\\",\\\"ok\\\":true}\"}}",
            "interactive",
            "Form answered\nFirst name: Mara\nOk: yes"),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":"
                + "{\"name\":\"flow\",\"response_json\":\"not json\"}}",
            "interactive",
            "Form answered\nnot json"),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"call_permission_reply\","
                + "\"call_permission_reply\":{\"response\":\"reject\"}}",
            "interactive",
            "The customer does not want to be called."),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"call_permission_reply\","
                + "\"call_permission_reply\":{\"response\":\"accept\","
                + "\"expiration_timestamp\":1791288000}}",
            "interactive",
            "The customer allows calls until 2026-10-06T12:00:00Z."),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"payment_method\","
                + "\"payment_method\":{\"payment_method\":\"card_pay\",\"last_four_digits\":\"0042\"}}",
            "interactive",
            "Payment method chosen: card pay, card ending in 0042"),
        arguments(
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"hologram_reply\","
                + "\"hologram_reply\":{\"title\":\"Blue\"}}",
            "interactive",
            "Interactive answer (hologram reply): Blue"));
  }

  private static Stream<Arguments> oddities() {
    return Stream.of(
        arguments(
            "\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll\"},"
                + "\"errors\":[{\"code\":131051,\"title\":\"Message type unknown\"}]",
            "unsupported",
            "The customer sent a poll that WhatsApp does not pass on to businesses."),
        arguments(
            "\"type\":\"unknown\",\"errors\":[{\"code\":\"131060\"}]",
            "unsupported",
            "The customer sent a message whose content WhatsApp does not hand over. Ask them to"
                + " send it again."),
        arguments(
            "\"type\":\"video\",\"errors\":[{\"code\":131052}]",
            "unsupported",
            "The customer sent a file that WhatsApp could not hand over; it may be larger than 100"
                + " MB."),
        arguments(
            "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"wamid.Z\",\"message\":"
                + "{\"type\":\"text\",\"text\":{\"body\":\"At nine\"}}}",
            "edit",
            "Edited: At nine"),
        arguments(
            "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.Z\"}",
            "revoke",
            "The customer deleted a message."),
        arguments("\"type\":\"request_welcome\"", "event", "The customer opened the chat."),
        arguments(
            "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\","
                + "\"wa_id\":\"4915550009999\"}",
            "system",
            "The customer changed their phone number to +4915550009999."),
        arguments(
            "\"type\":\"smell_o_vision\",\"smell_o_vision\":{\"caption\":\"Roses\"}",
            "other",
            "Message of a new kind (smell o vision): Roses"),
        arguments("\"type\":\"text\"", "text", "(empty message)"),
        arguments("\"text\":{\"body\":\"no type\"}", "text", "no type"),
        arguments("\"type\":[1]", "unsupported", unknownKind()));
  }

  private static String unknownKind() {
    return "The customer sent a message of a kind that WhatsApp does not pass on to businesses.";
  }

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
