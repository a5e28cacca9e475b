package io.agentsandbox.control;

import io.agentsandbox.genesys.AgentAnswer;
import io.agentsandbox.genesys.AgentMessage;
import io.agentsandbox.meta.CustomerMessage;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.World;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Playing the customer, on Meta's side, and the agent, on Genesys Cloud's.
final class PlayEndpoints {
  private final Parts parts;

  PlayEndpoints(Parts parts) {
    this.parts = parts;
  }

  /// `POST /sandbox/customer/messages`
  Reply customerMessage(Call call) {
    JsonNode body = call.json();
    CustomerMessage written = parts.meta().customerWrites(parts.world(body), body);
    return Reply.json(
        202,
        Json.object()
            .put("wamid", written.wamid())
            .put("timestamp", written.at())
            .put("from", written.from())
            .put("userId", written.userId()));
  }

  /// `POST /sandbox/customer/webhooks`
  Reply payload(Call call) {
    JsonNode body = call.json();
    if (!body.path("payload").isObject()) {
      throw new IllegalArgumentException("payload: missing or not an object");
    }
    parts.meta().sendPayload(parts.world(body), body.path("payload"));
    return Reply.empty(202);
  }

  /// `POST /sandbox/customer/statuses`
  Reply status(Call call) {
    JsonNode body = call.json();
    parts
        .meta()
        .report(
            parts.world(body),
            Json.text(body, "wamid"),
            Json.text(body, "status"),
            body.path("code").asInt(0),
            body.path("title").asString("Message undeliverable"));
    return Reply.empty(202);
  }

  /// `POST /sandbox/agent/messages`
  Reply agentMessage(Call call) {
    JsonNode body = call.json();
    ObjectNode fields = Json.object();
    for (String field : new String[] {"text", "content", "events"}) {
      if (body.hasNonNull(field)) {
        fields.set(field, body.path(field));
      }
    }
    String type = body.path("type").asString("Text");
    if (type.equals("Event") && !fields.has("events")) {
      ObjectNode typing = fields.putArray("events").addObject().put("eventType", "Typing");
      typing.putObject("typing").put("type", "On").put("duration", 5000);
    } else if (fields.isEmpty()) {
      throw new IllegalArgumentException("text or content is needed");
    }
    return answer(body, type, fields);
  }

  /// `POST /sandbox/agent/attachments`
  Reply agentAttachment(Call call) {
    JsonNode body = call.json();
    byte[] content = Base64.getDecoder().decode(Json.text(body, "bytes"));
    String mime = body.path("mime").asString("application/octet-stream");
    ObjectNode fields = Json.object();
    if (body.hasNonNull("text")) {
      fields.put("text", Json.text(body, "text"));
    }
    fields
        .putArray("content")
        .addObject()
        .put("contentType", "Attachment")
        .putObject("attachment")
        .put("id", io.agentsandbox.platform.Ids.uuid())
        .put("mediaType", mediaType(mime))
        .put("url", parts.genesys().keepFile(mime, content))
        .put("mime", mime)
        .put("filename", body.path("filename").asString("file"))
        .put("contentSizeBytes", content.length);
    return answer(body, "Text", fields);
  }

  /// `POST /sandbox/agent/disconnect`
  Reply disconnect(Call call) {
    JsonNode body = call.json();
    parts.genesys().disconnect(parts.world(body), to(body));
    return Reply.empty(204);
  }

  private Reply answer(JsonNode body, String type, ObjectNode fields) {
    World world = parts.world(body);
    AgentAnswer answer =
        new AgentAnswer(type, fields, Json.text(body, "agent"), body.path("bot").asBoolean(false));
    AgentMessage sent = parts.genesys().answer(world, to(body), answer);
    return Reply.json(
        202, Json.object().put("id", sent.id()).put("conversationId", sent.conversationId()));
  }

  private static String to(JsonNode body) {
    String conversation = Json.text(body, "conversationId");
    String to = conversation.isEmpty() ? Json.text(body, "contact") : conversation;
    if (to.isEmpty()) {
      throw new IllegalArgumentException("contact or conversationId is needed");
    }
    return to;
  }

  private static String mediaType(String mime) {
    return switch (mime.replaceAll("/.*", "")) {
      case "image" -> "Image";
      case "video" -> "Video";
      case "audio" -> "Audio";
      default -> "File";
    };
  }
}
