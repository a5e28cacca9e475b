package io.agentportal.bridge;

import static io.agentportal.bridge.Northwind.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.bridge.mapping.TypeTable;
import io.agentportal.bridge.mapping.TypeTable.Names;
import io.agentportal.bridge.mapping.TypeTable.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table of types from WhatsApp to Genesys, through the running service.
class WhatsAppToGenesysIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Northwind northwind = Northwind.connected();

  @Test
  void bringsEveryTypeOfMessageToTheAgentAsTheTableSays() {
    Map<Row, Names> sent = send(TypeTable.rows("whatsapp-to-genesys"), Row::isMessage);
    List<String> expected =
        sent.entrySet().stream()
            .filter(each -> !each.getKey().staysInThePortal())
            .map(each ->
                each.getKey().attached().isEmpty()
                    ? seen(each, "", each.getKey().sees(each.getValue()))
                    : seen(each, each.getKey().attached(), each.getKey().words()))
            .toList();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(arrived(sent)).containsAll(expected.subList(0, 1)));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(arrived(sent)).containsExactlyInAnyOrderElementsOf(expected));
  }

  @Test
  void showsTheConsoleWhatMetaToldAboutTheAccount() {
    Map<Row, Names> sent =
        send(TypeTable.rows("whatsapp-to-genesys"), row -> row.json().has("notice"));
    List<String> expected =
        sent.keySet().stream()
            .map(row -> row.json().path("notice").path("text").asString())
            .distinct()
            .toList();

    await().atMost(SOON).untilAsserted(() -> assertThat(noticesShown()).containsAll(expected));
  }

  private Map<Row, Names> send(List<Row> rows, Predicate<Row> which) {
    Map<Row, Names> sent = new LinkedHashMap<>();
    Map<String, String> mediaIds = new FilesAtMeta(northwind).upload();
    rows.stream()
        .filter(which)
        .forEach(row -> {
          Names names =
              new Names(
                  northwind.world.meta().wabaId(),
                  northwind.world.meta().phoneNumberId(),
                  northwind.newCustomer(),
                  mediaIds);
          northwind.control.webhook(ORG, JsonMapper.shared().readTree(row.body(names)));
          sent.put(row, names);
        });
    return sent;
  }

  private List<String> arrived(Map<Row, Names> sent) {
    Map<String, Row> byWamid =
        sent.entrySet().stream()
            .collect(Collectors.toMap(each -> each.getValue().wamid(), Map.Entry::getKey));
    return northwind
        .control
        .genesysMessages(ORG)
        .valueStream()
        .filter(message -> byWamid.containsKey(message.path("messageId").asString()))
        .map(message -> {
          Row row = byWamid.get(message.path("messageId").asString());
          return seen(
              row == null ? "" : row.type(),
              message.path("contact").asString(),
              message.path("content").path(0).path("attachment").path("mediaType").asString(""),
              message.path("text").asString());
        })
        .toList();
  }

  private List<String> noticesShown() {
    JsonNode page = northwind.admin.get("/api/health/notices?pageSize=100").data().path("notices");
    JsonNode second =
        northwind.admin.get("/api/health/notices?pageSize=100&page=2").data().path("notices");
    return StreamSupport.stream(List.of(page, second).spliterator(), false)
        .flatMap(JsonNode::valueStream)
        .map(notice -> notice.path("text").asString())
        .toList();
  }

  private static String seen(Map.Entry<Row, Names> sent, String file, String text) {
    return seen(sent.getKey().type(), sent.getKey().contact(sent.getValue()), file, text);
  }

  private static String seen(String type, String contact, String file, String text) {
    return type + " from " + contact + ": [" + file + "] " + text;
  }
}
