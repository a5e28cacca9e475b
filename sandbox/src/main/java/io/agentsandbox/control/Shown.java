package io.agentsandbox.control;

import io.agentsandbox.genesys.AgentMessage;
import io.agentsandbox.genesys.FetchedFile;
import io.agentsandbox.genesys.InboundMessage;
import io.agentsandbox.genesys.InboundReceipt;
import io.agentsandbox.meta.ReadMark;
import io.agentsandbox.meta.SentMessage;
import io.agentsandbox.platform.Delivery;
import io.agentsandbox.platform.Journal.Entry;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Records as the control API shows them.
final class Shown {
  private Shown() {}

  static <T> ArrayNode list(List<Entry<T>> entries, Function<T, ObjectNode> shown) {
    ArrayNode list = Json.array();
    for (Entry<T> entry : entries) {
      ObjectNode one = Json.object().put("seq", entry.seq());
      one.setAll(shown.apply(entry.value()));
      list.add(one);
    }
    return list;
  }

  static ObjectNode message(InboundMessage message) {
    JsonNode body = body(message.body().array());
    ObjectNode shown =
        Json.object()
            .put("at", message.at())
            .put("id", message.id())
            .put("integrationId", message.integrationId())
            .put("conversationId", message.conversationId())
            .put("contact", message.contact())
            .put("messageId", message.messageId())
            .put("kind", message.kind())
            .put("text", Json.text(body, "text"));
    shown.set("content", body.path("content").isArray() ? body.path("content") : Json.array());
    shown.set("metadata", body.path("metadata").isObject() ? body.path("metadata") : Json.object());
    shown.set("body", body);
    if (message.duplicateOf() == 0) {
      return shown.putNull("duplicateOf");
    }
    return shown.put("duplicateOf", message.duplicateOf());
  }

  static ObjectNode receipt(InboundReceipt receipt) {
    JsonNode body = body(receipt.body().array());
    ObjectNode shown =
        Json.object()
            .put("at", receipt.at())
            .put("id", receipt.id())
            .put("integrationId", receipt.integrationId())
            .put("contact", receipt.contact())
            .put("status", receipt.status())
            .put("isFinalReceipt", body.path("isFinalReceipt").asBoolean(false))
            .put("knownMessage", receipt.knownMessage());
    shown.set("reasons", body.path("reasons").isArray() ? body.path("reasons") : Json.array());
    shown.set("body", body);
    return shown;
  }

  static ObjectNode file(FetchedFile file) {
    return Json.object()
        .put("at", file.at())
        .put("messageId", file.messageId())
        .put("url", file.url())
        .put("status", file.status())
        .put("mime", file.mime())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256())
        .put("problem", file.problem());
  }

  static ObjectNode agentMessage(AgentMessage message) {
    JsonNode body = body(message.body().array());
    ObjectNode shown =
        Json.object()
            .put("at", message.at())
            .put("id", message.id())
            .put("integrationId", message.integrationId())
            .put("conversationId", message.conversationId())
            .put("contact", message.contact())
            .put("type", message.type())
            .put("text", Json.text(body, "text"));
    shown.set("body", body);
    return shown;
  }

  static ObjectNode sent(SentMessage message) {
    ObjectNode shown =
        Json.object()
            .put("at", message.at())
            .put("wamid", message.wamid())
            .put("to", message.to())
            .put("recipient", message.userId())
            .put("type", message.type())
            .put("callbackData", message.callbackData())
            .put("status", message.status())
            .put("statusAt", message.statusAt());
    shown.set("body", body(message.body()));
    return shown;
  }

  static ObjectNode read(ReadMark mark) {
    return Json.object()
        .put("at", mark.at())
        .put("messageId", mark.messageId())
        .put("typing", mark.typing());
  }

  static ObjectNode delivery(Delivery delivery) {
    return Json.object()
        .put("at", delivery.at())
        .put("partner", delivery.partner())
        .put("org", delivery.world())
        .put("kind", delivery.kind())
        .put("url", delivery.url())
        .put("attempt", delivery.attempt())
        .put("status", delivery.status())
        .put("error", delivery.error())
        .put("millis", delivery.millis())
        .put("final", delivery.last());
  }

  private static JsonNode body(byte[] raw) {
    try {
      return Json.parse(raw);
    } catch (MalformedJson _) {
      return Json.object().put("raw", new String(raw, StandardCharsets.UTF_8));
    }
  }
}
