package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.MetaApi.Reply;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Accepted;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Uncertain;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends from a business number: messages, "read" marks and the typing indicator.
@Component
public class WhatsAppMessages {
  private final MetaApi api;

  WhatsAppMessages(MetaApi api) {
    this.api = api;
  }

  /// Sends one message. WhatsApp has no key against duplicates: an `Uncertain` message is only told
  /// by a status that carries its correlation key.
  public WhatsAppSendOutcome send(WhatsAppAccess access, OutgoingMessage message) {
    ObjectNode body = body();
    body.put("recipient_type", "individual");
    String phone = message.to().phone();
    if (phone != null) {
      // Without the plus WhatsApp puts the business number's country code in front.
      body.put("to", phone.startsWith("+") ? phone : "+" + phone);
    }
    if (message.to().userId() != null) {
      body.put("recipient", message.to().userId());
    }
    switch (message.content()) {
      case OutgoingMessage.Text(var text) -> {
        body.put("type", "text");
        body.putObject("text").put("body", text).put("preview_url", true);
      }
      case OutgoingMessage.Typed(var type, var object) -> {
        body.put("type", type);
        body.set(type, object);
      }
    }
    if (message.replyTo() != null) {
      body.putObject("context").put("message_id", message.replyTo());
    }
    if (message.correlationKey() != null) {
      body.put("biz_opaque_callback_data", message.correlationKey());
    }
    return switch (call(access, body)) {
      case Reply.Failed(var failure) -> failure;
      case Reply.Done(var answer) -> accepted(answer);
    };
  }

  /// Marks a message of the customer, and all before it, as read. Answers `Accepted` with its id.
  public WhatsAppSendOutcome markRead(WhatsAppAccess access, String wamid) {
    return mark(access, wamid, false);
  }

  /// Shows "typing…" below a message of the customer and marks it as read; it goes away with our
  /// answer or after 25 seconds.
  public WhatsAppSendOutcome showTyping(WhatsAppAccess access, String wamid) {
    return mark(access, wamid, true);
  }

  private WhatsAppSendOutcome mark(WhatsAppAccess access, String wamid, boolean typing) {
    ObjectNode body = body();
    body.put("status", "read");
    body.put("message_id", wamid);
    if (typing) {
      body.putObject("typing_indicator").put("type", "text");
    }
    return switch (call(access, body)) {
      case Reply.Failed(var failure) -> failure;
      case Reply.Done _ -> new Accepted(wamid);
    };
  }

  private Reply call(WhatsAppAccess access, ObjectNode body) {
    String number = URLEncoder.encode(access.phoneNumberId(), StandardCharsets.UTF_8);
    return api.call(access.token(), "POST", "/" + number + "/messages", body);
  }

  private static WhatsAppSendOutcome accepted(JsonNode answer) {
    List<JsonNode> messages = PartnerJson.list(answer, "messages");
    String wamid = messages.isEmpty() ? null : PartnerJson.text(messages.getFirst(), "id");
    return wamid == null
        ? new Uncertain("WhatsApp took the message but did not name its id.")
        : new Accepted(wamid);
  }

  private static ObjectNode body() {
    return PartnerJson.object().put("messaging_product", "whatsapp");
  }
}
