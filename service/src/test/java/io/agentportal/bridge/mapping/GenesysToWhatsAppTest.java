package io.agentportal.bridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.genesys.AgentPart;
import io.agentportal.genesys.GenesysNotice.AgentMessage;
import io.agentportal.genesys.GenesysWebhook;
import io.agentportal.platform.client.PartnerJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table of types from Genesys to WhatsApp, without the way between.
class GenesysToWhatsAppTest {
  private static final String ID = "0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f";
  private static final String URL = "https://api-downloads.mypurecloud.com/api/v2/downloads/d1";

  static List<TypeTable.Row> rows() {
    return TypeTable.rows("genesys-to-whatsapp");
  }

  @Test
  void hasOneRowForEveryTypeAndVariantThatGenesysMaySend() {
    List<String> named = rows().stream().map(TypeTable.Row::type).toList();

    assertThat(named).containsExactlyElementsOf(TypeTable.lines("genesys-variants.txt"));
    assertThat(named).doesNotHaveDuplicates();
  }

  @Test
  void hasARowForEveryPartThatTheReaderTellsApart() {
    Set<Class<?>> seen =
        rows().stream()
            .flatMap(row -> read(row).content().parts().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertThat(seen).containsExactlyInAnyOrder(AgentPart.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void sendsTheCustomerEachTypeInTheNearestForm(TypeTable.Row row) {
    List<JsonNode> sent =
        CustomerParts.of(read(row)).stream().map(GenesysToWhatsAppTest::json).toList();

    assertThat(sent).containsExactlyElementsOf(expected(row));
  }

  static List<JsonNode> expected(TypeTable.Row row) {
    String sends = row.json().path("sends").toString().replace("{id}", ID).replace("{url}", URL);
    return JsonMapper.shared().readTree(sends).valueStream().toList();
  }

  private static AgentMessage read(TypeTable.Row row) {
    ObjectNode webhook = (ObjectNode) row.json().path("webhook").deepCopy();
    webhook.put("id", ID);
    webhook.putObject("channel").putObject("to").put("id", "+4915550001234").put("idType", "Phone");
    byte[] body = webhook.toString().replace("{url}", URL).getBytes(StandardCharsets.UTF_8);
    return (AgentMessage) GenesysWebhook.read(body, Instant.parse("2026-10-05T12:00:00Z"));
  }

  /// As JSON text and back: numbers of the same value are then of the same kind.
  private static JsonNode json(CustomerPart part) {
    ObjectNode json = PartnerJson.object();
    switch (part) {
      case CustomerPart.Text(var body) ->
          json.put("type", "text").putObject("text").put("body", body);
      case CustomerPart.Form(var type, var object) -> json.put("type", type).set(type, object);
      case CustomerPart.File(var attachment, var caption) ->
          json.put("file", attachment.url()).put("caption", caption);
    }
    return JsonMapper.shared().readTree(json.toString());
  }
}
