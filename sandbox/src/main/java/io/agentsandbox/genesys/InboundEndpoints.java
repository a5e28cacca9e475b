package io.agentsandbox.genesys;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What comes from the customer's side: messages, structured answers, receipts and typing.
///
/// A repeated `channel.messageId` is taken as another message, since nothing that Genesys publishes
/// says otherwise; it is marked for whoever reads back.
final class InboundEndpoints {
  private final SandboxClock clock;
  private final Agents agents;
  private final AttachmentFetch files;

  InboundEndpoints(SandboxClock clock, Agents agents, AttachmentFetch files) {
    this.clock = clock;
    this.agents = agents;
    this.files = files;
  }

  Reply message(Caller caller, Call call) {
    Integration integration = integration(caller, call.variable("integration"));
    JsonNode body = call.json();
    InboundChecks.message(body);
    return accept(caller, call, body, integration, "message");
  }

  /// `POST /api/v2/conversations/messages/inbound/open`: the older call for texts and receipts that
  /// names the integration in `channel.to.id`.
  Reply allInOne(Caller caller, Call call) {
    JsonNode body = call.json();
    Integration integration = integration(caller, Json.text(body.path("channel").path("to"), "id"));
    InboundChecks.message(body);
    return accept(caller, call, body, integration, "message");
  }

  Reply structured(Caller caller, Call call) {
    Integration integration = integration(caller, call.variable("integration"));
    JsonNode body = call.json();
    InboundChecks.structured(body);
    return accept(caller, call, body, integration, "structured");
  }

  Reply receipt(Caller caller, Call call) {
    Integration integration = integration(caller, call.variable("integration"));
    JsonNode body = call.json();
    InboundChecks.receipt(body);
    String id = Json.text(body, "id");
    JsonNode to = body.path("channel").path("to");
    boolean known = caller.organisation().agentMessage(id).isPresent();
    caller
        .organisation()
        .receipts
        .add(
            new InboundReceipt(
                clock.millis(),
                id,
                integration.id(),
                Json.text(to, "id"),
                Json.text(body, "status"),
                new Bytes(call.body()),
                known));
    ObjectNode answer = (ObjectNode) body.deepCopy();
    answer.put("type", "Receipt").put("direction", "Outbound");
    return Reply.json(200, answer);
  }

  Reply event(Caller caller, Call call) {
    Integration integration = integration(caller, call.variable("integration"));
    JsonNode body = call.json();
    InboundChecks.event(body);
    String contact = Json.text(body.path("channel").path("from"), "id");
    caller
        .organisation()
        .events
        .add(
            new InboundReceipt(
                clock.millis(),
                "",
                integration.id(),
                contact,
                "Typing",
                new Bytes(call.body()),
                false));
    ObjectNode answer = (ObjectNode) body.deepCopy();
    return Reply.json(200, answer.put("id", Ids.hex()).put("type", "Event"));
  }

  private Reply accept(
      Caller caller, Call call, JsonNode body, Integration integration, String kind) {
    JsonNode channel = body.path("channel");
    JsonNode from = channel.path("from");
    Conversation conversation =
        caller
            .organisation()
            .join(
                integration.id(),
                Json.text(from, "id"),
                Json.text(from, "idType"),
                Json.text(from, "nickname"));
    InboundMessage message =
        new InboundMessage(
            clock.millis(),
            Ids.hex(),
            integration.id(),
            conversation.id(),
            conversation.contact(),
            Json.text(channel, "messageId"),
            kind,
            new Bytes(call.body()),
            0);
    conversation.messageAt(message.at());
    caller.organisation().record(message);
    agents.confirm(caller.organisation(), integration, message);
    files.fetch(caller.organisation(), message, body);
    ObjectNode answer = answer(integration, message, body);
    if (call.query("prefetchConversationId").filter("true"::equalsIgnoreCase).isPresent()) {
      answer.put("conversationId", conversation.id());
    }
    return Reply.json(200, answer);
  }

  private static ObjectNode answer(Integration integration, InboundMessage message, JsonNode body) {
    ObjectNode answer = Json.object().put("id", message.id());
    ObjectNode channel = (ObjectNode) body.path("channel").deepCopy();
    channel.put("id", integration.id()).put("platform", "Open").put("type", "Private");
    channel.putObject("to").put("id", integration.id());
    answer.set("channel", channel);
    answer
        .put("type", message.kind().equals("message") ? "Text" : "Structured")
        .put("direction", "Inbound");
    for (String echoed : new String[] {"text", "content", "metadata"}) {
      if (body.has(echoed)) {
        answer.set(echoed, body.path(echoed));
      }
    }
    return answer;
  }

  private Integration integration(Caller caller, String id) {
    Integration integration =
        caller
            .organisation()
            .integration(id)
            .orElseThrow(() -> GenesysRefusal.notFound("integration", id));
    if (!integration.isReady(clock.millis())) {
      throw GenesysRefusal.badRequest("The creation of the integration is not complete.");
    }
    return integration;
  }
}
