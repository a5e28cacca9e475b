package io.agentportal.bridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.bridge.mapping.TypeTable.Names;
import io.agentportal.bridge.mapping.TypeTable.Row;
import io.agentportal.whatsapp.WhatsAppNotice;
import io.agentportal.whatsapp.WhatsAppNotice.AccountNotice;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import io.agentportal.whatsapp.WhatsAppNotice.StatusUpdate;
import io.agentportal.whatsapp.WhatsAppWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of types from WhatsApp to Genesys, without the way between.
class WhatsAppToGenesysTest {
  private static final Names NAMES = new Names("340000000000101", "2", "4915550001234", Map.of());
  private static final Instant RECEIVED = Instant.parse("2026-10-05T12:00:00Z");

  static List<Row> messages() {
    return rows().filter(Row::isMessage).toList();
  }

  static List<Row> statuses() {
    return rows().filter(row -> row.json().has("status")).toList();
  }

  static List<Row> notices() {
    return rows().filter(row -> row.json().has("notice")).toList();
  }

  private static Stream<Row> rows() {
    return TypeTable.rows("whatsapp-to-genesys").stream();
  }

  @Test
  void hasOneRowForEveryTypeAndVariantThatWhatsAppMaySend() {
    List<String> named = rows().map(Row::type).toList();

    assertThat(named).containsExactlyElementsOf(TypeTable.lines("whatsapp-variants.txt"));
    assertThat(named).doesNotHaveDuplicates();
    assertThat(messages().size() + statuses().size() + notices().size()).isEqualTo(named.size());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void showsTheAgentEachTypeOfMessage(Row row) {
    CustomerMessage message = (CustomerMessage) only(row);

    AgentView view = AgentView.of(message);

    assertThat(view.text()).isEqualTo(row.sees(NAMES));
    assertThat(message.content().kind()).isEqualTo(row.kind());
    assertThat(message.content().media() != null).isEqualTo(!row.attached().isEmpty());
    assertThat(view.words()).isEqualTo(row.words());
    row.json()
        .path("attributes")
        .properties()
        .forEach(each ->
            assertThat(view.attributes())
                .containsEntry(each.getKey(), NAMES.in(each.getValue().asString())));
    assertThat(message.sender() == WhatsAppNotice.Sender.STAFF).isEqualTo(row.staysInThePortal());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void understandsEachStepOfAMessage(Row row) {
    StatusUpdate update = (StatusUpdate) only(row);

    String outcome =
        Stream.of(
                update.status(),
                update.error() == null ? null : Integer.toString(update.error().code()),
                update.correlationKey())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));

    assertThat(outcome).isEqualTo(row.json().path("status").asString());
    assertThat(update.wamid()).isEqualTo("wamid.OURS");
  }

  @ParameterizedTest
  @MethodSource("notices")
  void saysInOneSentenceWhatEachOtherFieldIsAbout(Row row) {
    AccountNotice notice = (AccountNotice) only(row);

    assertThat(notice.text()).isEqualTo(row.json().path("notice").path("text").asString());
    assertThat(notice.severity().name().toLowerCase(Locale.ROOT))
        .isEqualTo(row.json().path("notice").path("severity").asString());
  }

  @Test
  void losesNoNeighbourOfWhatItCannotRead() {
    String broken = "{\"id\":7,\"from\":[],\"type\":{}},\"noise\",null";
    String body =
        new String(messages().getFirst().body(NAMES), StandardCharsets.UTF_8)
            .replace("\"messages\":[", "\"messages\":[" + broken + ",");

    List<WhatsAppNotice> read =
        WhatsAppWebhook.read(body.getBytes(StandardCharsets.UTF_8), RECEIVED);

    assertThat(read).hasSize(4);
    assertThat(read.getLast())
        .isInstanceOfSatisfying(
            CustomerMessage.class,
            message -> assertThat(message.content().text()).isEqualTo("Is the shop open today?"));
  }

  private static WhatsAppNotice only(Row row) {
    List<WhatsAppNotice> read = WhatsAppWebhook.read(row.body(NAMES), RECEIVED);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }
}
