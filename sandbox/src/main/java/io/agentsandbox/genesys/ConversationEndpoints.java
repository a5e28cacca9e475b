package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Journal;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation seen from outside: its participants, its end, and messages without an agent.
final class ConversationEndpoints {
  /// As many of a participant's messages as `bulk` takes at a time.
  private static final int SHOWN = 1000;

  private final Agents agents;

  ConversationEndpoints(Agents agents) {
    this.agents = agents;
  }

  Reply read(Caller caller, Call call) {
    Conversation conversation = find(caller, call);
    return Reply.json(200, describe(conversation, latest(caller, conversation)));
  }

  /// `POST …/{conversation}/messages/bulk`: the customer's messages with these ids.
  Reply bulk(Caller caller, Call call) {
    Conversation conversation = find(caller, call);
    Set<String> ids = new HashSet<>();
    call.json().forEach(id -> ids.add(id.asString("")));
    ObjectNode listing = Json.object();
    ArrayNode entities = listing.putArray("entities");
    for (InboundMessage message : latest(caller, conversation)) {
      if (ids.contains(message.id())) {
        ObjectNode shown = entities.addObject().put("id", message.id());
        shown.put("conversationId", conversation.id()).put("direction", "inbound");
        shown.put("messengerType", "open").put("fromAddress", message.contact());
        JsonNode body = Json.parse(message.body().array());
        shown
            .putObject("normalizedMessage")
            .put("id", message.id())
            .put("type", "Text")
            .put("direction", "Inbound")
            .set("channel", body.path("channel"));
      }
    }
    return Reply.json(200, listing);
  }

  /// Ends a conversation, whole or by its customer's participant.
  Reply change(Caller caller, Call call) {
    Conversation conversation = find(caller, call);
    String state = Json.text(call.json(), "state");
    if (!state.equals("disconnected")) {
      throw GenesysRefusal.invalidValue(state, "State");
    }
    caller.organisation().disconnect(conversation);
    return Reply.json(200, describe(conversation, latest(caller, conversation)));
  }

  /// `POST /api/v2/conversations/messages/agentless`: text only.
  Reply agentless(Caller caller, Call call) {
    JsonNode body = call.json();
    String integration = Json.text(body, "fromAddress");
    String contact = Json.text(body, "toAddress");
    String type = Json.text(body, "toAddressMessengerType");
    if (contact.isBlank() || Json.text(body, "textBody").isBlank()) {
      throw GenesysRefusal.badRequest(
          "The request is missing a required property: toAddress, textBody");
    }
    if (!type.equalsIgnoreCase("open")) {
      throw GenesysRefusal.invalidValue(type, "ToAddressMessengerType");
    }
    if (caller.organisation().integration(integration).isEmpty()) {
      throw GenesysRefusal.notFound("integration", integration);
    }
    Conversation conversation = caller.organisation().join(integration, contact, "Opaque", "");
    ObjectNode fields = Json.object().put("text", Json.text(body, "textBody"));
    AgentMessage sent =
        agents.answer(
            caller.organisation(), conversation, new AgentAnswer("Text", fields, "", true));
    return Reply.json(
        202,
        Json.object()
            .put("id", sent.id())
            .put("conversationId", conversation.id())
            .put("fromAddress", integration)
            .put("toAddress", contact)
            .put("textBody", Json.text(body, "textBody"))
            .put("messengerType", "open"));
  }

  private static Conversation find(Caller caller, Call call) {
    String id = call.variable("conversation");
    return caller
        .organisation()
        .conversation(id)
        .orElseThrow(() -> GenesysRefusal.notFound("conversation", id));
  }

  private static List<InboundMessage> latest(Caller caller, Conversation conversation) {
    return caller
        .organisation()
        .messages
        .newest(SHOWN, message -> message.conversationId().equals(conversation.id()))
        .stream()
        .map(Journal.Entry::value)
        .toList();
  }

  private static ObjectNode describe(Conversation conversation, List<InboundMessage> messages) {
    ObjectNode shown =
        Json.object()
            .put("id", conversation.id())
            .put("selfUri", "/api/v2/conversations/messages/" + conversation.id());
    String state = conversation.isOpen() ? "connected" : "disconnected";
    ObjectNode customer = shown.putArray("participants").addObject();
    customer
        .put("id", Ids.stableUuid("customer/" + conversation.id()))
        .put("name", conversation.nickname())
        .put("purpose", "customer")
        .put("state", state)
        .put("type", "open")
        .put("address", conversation.contact());
    ArrayNode said = customer.putArray("messages");
    messages.forEach(message ->
        said.addObject().put("messageId", message.id()).put("messageStatus", "received"));
    return shown;
  }
}
