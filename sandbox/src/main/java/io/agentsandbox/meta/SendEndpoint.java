package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST /{phone-number-id}/messages`: sends a message, or marks one as read.
final class SendEndpoint {
  private final Statuses statuses;
  private final LiveSettings settings;
  private final SandboxClock clock;

  SendEndpoint(Statuses statuses, LiveSettings settings, SandboxClock clock) {
    this.statuses = statuses;
    this.settings = settings;
    this.clock = clock;
  }

  Reply handle(WhatsAppAccount account, Call call) {
    JsonNode body = call.json();
    if (!Json.text(body, "messaging_product").equals("whatsapp")) {
      throw GraphRefusal.badParameter("The parameter messaging_product is required.");
    }
    if (Json.text(body, "status").equals("read")) {
      return markRead(account, body);
    }
    return send(account, body, call.body());
  }

  private Reply markRead(WhatsAppAccount account, JsonNode body) {
    String id = Json.text(body, "message_id");
    if (!id.startsWith("wamid.")) {
      throw GraphRefusal.badParameter("message_id is missing or not a message id");
    }
    account.reads.add(new ReadMark(clock.millis(), id, body.has("typing_indicator")));
    return Reply.json(200, Json.object().put("success", true));
  }

  private Reply send(WhatsAppAccount account, JsonNode body, byte[] raw) {
    Recipient recipient = Recipient.of(body);
    if (recipient.isMissing()) {
      throw GraphRefusal.badParameter("The parameter to is required.");
    }
    if (recipient.phone().equals(account.facts().phoneDigits())) {
      throw GraphRefusal.of(
          400,
          131_021,
          "(#131021) Recipient cannot be sender",
          "Sender and recipient phone number are the same.");
    }
    String type = MessageChecks.check(body, account.media);
    account.limits.message(recipient.key());
    boolean outside = isOutsideWindow(account, recipient, type);
    if (outside && settings.meta().windowCheck() == Settings.WindowCheck.sync) {
      Statuses.Failure failure = Statuses.Failure.OUTSIDE_WINDOW;
      throw GraphRefusal.of(400, failure.code(), "(#131047) " + failure.title(), failure.details());
    }
    SentMessage message =
        new SentMessage(
            clock.millis(),
            Wamids.next(),
            recipient,
            type,
            Json.text(body, "biz_opaque_callback_data"),
            raw);
    account.record(message);
    if (outside) {
      statuses.fail(account, message, Statuses.Failure.OUTSIDE_WINDOW);
    } else {
      statuses.follow(account, message);
    }
    return Reply.json(200, accepted(message, body));
  }

  private boolean isOutsideWindow(WhatsAppAccount account, Recipient recipient, String type) {
    return settings.meta().windowCheck() != Settings.WindowCheck.off
        && !type.equals("template")
        && !account.isWindowOpen(recipient.key());
  }

  private static ObjectNode accepted(SentMessage message, JsonNode body) {
    ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
    String input = Json.text(body, "to");
    ObjectNode contact = answer.putArray("contacts").addObject();
    contact.put("input", input.isEmpty() ? Json.text(body, "recipient") : input);
    if (!message.to().isEmpty()) {
      contact.put("wa_id", message.to());
    }
    if (!message.userId().isEmpty()) {
      contact.put("user_id", message.userId());
    }
    ObjectNode sent = answer.putArray("messages").addObject().put("id", message.wamid());
    if (message.type().equals("template")) {
      sent.put("message_status", "accepted");
    }
    return answer;
  }
}
