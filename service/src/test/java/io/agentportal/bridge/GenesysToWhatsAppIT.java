package io.agentportal.bridge;

import static io.agentportal.bridge.Northwind.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.bridge.mapping.TypeTable;
import io.agentportal.bridge.mapping.TypeTable.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table of types from Genesys to WhatsApp, through the running service; and what comes back.
class GenesysToWhatsAppIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Northwind northwind = Northwind.connected();

  @Test
  void sendsEveryTypeAsTheTableSaysInOrderAndEachPartWithItsOwnReference() {
    Map<Row, String> customers = new LinkedHashMap<>();
    Map<Row, String> ids = new LinkedHashMap<>();
    TypeTable.rows("genesys-to-whatsapp").stream()
        .filter(row -> !row.type().startsWith("attachment/"))
        .filter(row -> !row.json().path("webhook").path("type").asString("").equals("Hologram"))
        .forEach(row -> {
          String customer = northwind.newCustomer();
          northwind.control.customerSends(ORG, customer, "Ann", "Hello from " + customer);
          customers.put(row, customer);
        });
    customers.forEach((row, customer) -> ids.put(row, agentSends(customer, row)));

    customers.forEach((row, customer) -> {
      List<JsonNode> expected = expected(row, String.valueOf(ids.get(row)));
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(northwind.sentByWhatsApp(customer).stream().map(GenesysToWhatsAppIT::sent))
                  .as(row.type())
                  .containsExactlyElementsOf(expected));
      List<String> references =
          northwind.sentByWhatsApp(customer).stream()
              .map(each -> each.path("callbackData").asString())
              .toList();
      assertThat(references).as(row.type()).doesNotHaveDuplicates().doesNotContain("");
    });
  }

  @Test
  void bringsAChoiceBackToTheFlowThatOfferedIt() {
    String customer = northwind.newCustomer();
    northwind.control.customerSends(ORG, customer, "Ann", "I need a visit");
    Row row =
        TypeTable.rows("genesys-to-whatsapp").stream()
            .filter(each -> each.type().equals("quick-reply/three"))
            .findFirst()
            .orElseThrow();
    String genesysId = agentSends(customer, row);
    await().atMost(SOON).until(() -> !northwind.sentByWhatsApp(customer).isEmpty());
    JsonNode offered = northwind.sentByWhatsApp(customer).getFirst();
    JsonNode second =
        offered.path("body").path("interactive").path("action").path("buttons").path(1);

    ObjectNode tap = JSON.createObjectNode().put("from", customer).put("type", "interactive");
    tap.putObject("interactive")
        .put("type", "button_reply")
        .set("button_reply", second.path("reply"));
    tap.putObject("context").put("id", offered.path("wamid").asString());
    northwind.control.customerSends(ORG, tap);

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode last = northwind.control.genesysMessages(ORG, "+" + customer).path(1);
          assertThat(last.path("kind").asString()).isEqualTo("structured");
          JsonNode body = last.path("body");
          assertThat(body.path("originatingMessageId").asString()).isEqualTo(genesysId);
          assertThat(body.path("buttonResponse").path("payload").asString()).isEqualTo("tu");
          assertThat(body.path("buttonResponse").path("type").asString()).isEqualTo("QuickReply");
          assertThat(body.path("buttonResponse").path("text").asString()).isEqualTo("Tuesday");
        });
  }

  @Test
  void showsTheCustomerThatAnAgentTypesAndHasRead() {
    String customer = northwind.newCustomer();
    String first = northwind.control.customerSends(ORG, customer, "Ann", "Anybody there?");
    await().atMost(SOON).until(() -> !northwind.textsAtGenesys(customer).isEmpty());

    northwind.control.agentAnswers(
        ORG,
        (ObjectNode)
            JSON.readTree(
                """
                {"contact":"+%s","type":"Event","events":[{"eventType":"Typing",
                 "typing":{"type":"On","duration":5000}}]}
                """
                    .formatted(customer)));
    await().atMost(SOON).untilAsserted(() -> assertThat(marks(first)).containsExactly(true));
    String second = northwind.control.customerSends(ORG, customer, "Ann", "Still waiting");
    await().atMost(SOON).until(() -> northwind.textsAtGenesys(customer).size() == 2);
    northwind.control.agentAnswers(ORG, "+" + customer, "I am here");

    await().atMost(SOON).untilAsserted(() -> assertThat(marks(second)).containsExactly(false));
  }

  /// Of a message's marks as read: whether they showed typing.
  private List<Boolean> marks(String wamid) {
    return northwind
        .control
        .metaReads(ORG)
        .valueStream()
        .filter(mark -> mark.path("messageId").asString().equals(wamid))
        .map(mark -> mark.path("typing").asBoolean())
        .toList();
  }

  private String agentSends(String customer, Row row) {
    ObjectNode message = (ObjectNode) row.json().path("webhook").deepCopy();
    message.remove("originatingEntity");
    return northwind.control.agentAnswers(ORG, message.put("contact", "+" + customer));
  }

  private static List<JsonNode> expected(Row row, String genesysId) {
    return JSON.readTree(row.json().path("sends").toString().replace("{id}", genesysId))
        .valueStream()
        .toList();
  }

  private static JsonNode sent(JsonNode message) {
    JsonNode body = message.path("body");
    String type = body.path("type").asString();
    ObjectNode sent = JSON.createObjectNode().put("type", type);
    ObjectNode object = (ObjectNode) body.path(type).deepCopy();
    object.remove("preview_url");
    sent.set(type, object);
    return sent;
  }
}
