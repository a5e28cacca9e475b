package io.agentsandbox.control;

import io.agentsandbox.genesys.AgentMessage;
import io.agentsandbox.genesys.InboundMessage;
import io.agentsandbox.meta.CustomerMessage;
import io.agentsandbox.meta.SentMessage;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Journal.Entry;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One contact's chat from both ends: what left each side, and what arrived at the other.
final class ChatEndpoints {
  private static final int CONTACTS = 60;
  private static final int LOOK_BACK = 2_000;
  private static final int MESSAGES = 100;

  private final Parts parts;

  ChatEndpoints(Parts parts) {
    this.parts = parts;
  }

  /// People who wrote lately, newest first.
  Reply contacts(Call call) {
    World world = parts.world(call);
    Map<String, ObjectNode> contacts = new LinkedHashMap<>();
    for (Entry<CustomerMessage> entry :
        parts.meta().newestReceived(world, LOOK_BACK, _ -> true).reversed()) {
      CustomerMessage message = entry.value();
      if (contacts.size() < CONTACTS) {
        contacts.computeIfAbsent(message.userId(), _ -> contact(message));
      }
    }
    ArrayNode list = Json.array();
    contacts.values().forEach(list::add);
    return Reply.json(200, list);
  }

  /// The chat with the customer of a user id or number: the customer's phone and the agent's desk.
  Reply chat(Call call) {
    World world = parts.world(call);
    String from = call.query("from").orElse("");
    String userId = call.query("userId").orElse("");
    ObjectNode chat = Json.object();
    chat.set("phone", phone(world, from, userId));
    chat.set("desk", desk(world, from, userId));
    return Reply.json(200, chat);
  }

  private ArrayNode phone(World world, String from, String userId) {
    List<ObjectNode> lines = new ArrayList<>();
    parts
        .meta()
        .newestReceived(world, MESSAGES, message -> message.userId().equals(userId))
        .forEach(entry -> lines.add(written(entry.value())));
    parts
        .meta()
        .newestSent(world, MESSAGES, sent -> isFor(sent, from, userId))
        .forEach(entry -> lines.add(arrived(entry.value())));
    return inOrder(lines);
  }

  private ArrayNode desk(World world, String from, String userId) {
    List<ObjectNode> lines = new ArrayList<>();
    String phone = "+" + from;
    parts
        .genesys()
        .newestMessages(world, MESSAGES, message -> isContact(message.contact(), phone, userId))
        .forEach(entry -> lines.add(received(entry.value())));
    parts
        .genesys()
        .agentMessages(world, MESSAGES, message -> isContact(message.contact(), phone, userId))
        .forEach(entry -> lines.add(answered(entry.value())));
    return inOrder(lines);
  }

  private static ArrayNode inOrder(List<ObjectNode> lines) {
    lines.sort(Comparator.comparingLong(line -> line.path("at").asLong()));
    ArrayNode list = Json.array();
    lines.forEach(list::add);
    return list;
  }

  private static ObjectNode contact(CustomerMessage message) {
    return Json.object()
        .put("name", message.name().isEmpty() ? message.from() : message.name())
        .put("from", message.from())
        .put("userId", message.userId())
        .put("lastAt", message.at())
        .put("preview", preview(message.type(), Json.parse(message.message().array())));
  }

  private static ObjectNode written(CustomerMessage message) {
    JsonNode body = Json.parse(message.message().array());
    return line(message.at(), "customer", preview(message.type(), body));
  }

  private static ObjectNode arrived(SentMessage sent) {
    JsonNode body = Json.parse(sent.body());
    return line(sent.at(), "business", preview(sent.type(), body)).put("status", sent.status());
  }

  private static ObjectNode received(InboundMessage message) {
    JsonNode body = Json.parse(message.body().array());
    String text = Json.text(body, "text");
    String shown =
        text.isEmpty() ? "[" + Json.text(body.path("content").path(0), "contentType") + "]" : text;
    return line(message.at(), "customer", shown).put("conversationId", message.conversationId());
  }

  private static ObjectNode answered(AgentMessage message) {
    JsonNode body = Json.parse(message.body().array());
    String text = Json.text(body, "text");
    return line(message.at(), "business", text.isEmpty() ? "[" + message.type() + "]" : text);
  }

  private static ObjectNode line(long at, String side, String text) {
    return Json.object().put("at", at).put("side", side).put("text", text);
  }

  private static String preview(String type, JsonNode body) {
    JsonNode content = body.path(type);
    for (String member : new String[] {"body", "caption", "emoji", "filename", "name"}) {
      if (content.path(member).isString()) {
        return Json.text(content, member);
      }
    }
    String interactive = Json.text(content.path("body"), "text");
    return interactive.isEmpty() ? "[" + type + "]" : interactive;
  }

  private static boolean isFor(SentMessage sent, String from, String userId) {
    return sent.userId().equals(userId) || (!from.isEmpty() && sent.to().equals(from));
  }

  private static boolean isContact(String contact, String phone, String userId) {
    return contact.equals(userId) || contact.equals(phone);
  }
}
