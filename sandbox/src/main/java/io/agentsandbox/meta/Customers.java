package io.agentsandbox.meta;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.SandboxClock;
import java.util.Base64;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes as a customer: makes the webhook a message of theirs causes, and opens their 24 hours.
final class Customers {
  private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
  private static final String DEFAULT_NUMBER = "4915112345678";

  private final MetaWebhooks webhooks;
  private final MediaEndpoints media;
  private final SandboxClock clock;

  Customers(MetaWebhooks webhooks, MediaEndpoints media, SandboxClock clock) {
    this.webhooks = webhooks;
    this.media = media;
    this.clock = clock;
  }

  /// Sends what the request describes, `copies` times with the same id.
  CustomerMessage write(WhatsAppAccount account, JsonNode request) {
    String userId = Json.text(request, "userId");
    String from = Json.text(request, "from");
    if (from.isEmpty() && userId.isEmpty()) {
      from = DEFAULT_NUMBER;
    }
    if (userId.isEmpty()) {
      userId = Subscribers.userIdOf(from);
    }
    ObjectNode message = message(account, request, from, userId);
    CustomerMessage written =
        new CustomerMessage(
            clock.millis(),
            Json.text(message, "id"),
            from,
            userId,
            Json.text(request, "name"),
            Json.text(message, "type"),
            new Bytes(Json.bytes(message)));
    account.received.add(written);
    account.heardFrom(userId);
    account.heardFrom(from);
    ObjectNode value = MetaWebhooks.value(account);
    value.putArray("contacts").add(contact(request, from, userId));
    value.putArray("messages").add(message);
    for (int copy = 0; copy < Math.max(1, request.path("copies").asInt(1)); copy++) {
      webhooks.sendMessages(account, written.type(), value);
    }
    return written;
  }

  private ObjectNode message(
      WhatsAppAccount account, JsonNode request, String from, String userId) {
    ObjectNode message = Json.object();
    if (!from.isEmpty()) {
      message.put("from", from);
    }
    message
        .put("from_user_id", userId)
        .put("id", Wamids.next())
        .put("timestamp", Long.toString(clock.millis() / 1_000));
    for (String extra : new String[] {"context", "referral"}) {
      if (request.has(extra)) {
        message.set(extra, request.path(extra));
      }
    }
    if (request.path("message") instanceof ObjectNode whole) {
      message.setAll(whole);
      return message;
    }
    String type = request.path("type").asString("text");
    message.put("type", type);
    message.set(type, content(account, request, type));
    return message;
  }

  private JsonNode content(WhatsAppAccount account, JsonNode request, String type) {
    if (MEDIA.contains(type)) {
      return medium(account, request, type);
    }
    if (type.equals("text") && request.path("text").isString()) {
      return Json.object().put("body", Json.text(request, "text"));
    }
    return request.has(type) ? request.path(type) : Json.object();
  }

  private ObjectNode medium(WhatsAppAccount account, JsonNode request, String type) {
    ObjectNode content =
        request.path(type) instanceof ObjectNode given ? given.deepCopy() : Json.object();
    if (content.has("id")) {
      return content;
    }
    String mimeType = content.path("mime_type").asString(SampleFiles.mimeType(type));
    JsonNode given = content.remove("bytes");
    String encoded = given == null ? Json.text(request, "bytes") : given.asString("");
    byte[] bytes =
        encoded.isEmpty() ? SampleFiles.content(type) : Base64.getDecoder().decode(encoded);
    MediaFile file = account.media.keep(mimeType, bytes);
    content
        .put("mime_type", mimeType)
        .put("sha256", Base64.getEncoder().encodeToString(file.sha256().array()))
        .put("id", file.id())
        .put("url", media.link(account, file));
    if (type.equals("audio") && !content.has("voice")) {
      content.put("voice", true);
    }
    if (type.equals("sticker") && !content.has("animated")) {
      content.put("animated", false);
    }
    if (type.equals("document") && !content.has("filename")) {
      content.put("filename", "document.pdf");
    }
    return content;
  }

  private static ObjectNode contact(JsonNode request, String from, String userId) {
    ObjectNode contact = Json.object();
    ObjectNode profile = contact.putObject("profile");
    profile.put("name", request.path("name").asString("Customer " + lastDigits(from, userId)));
    if (request.has("username")) {
      profile.put("username", Json.text(request, "username"));
    }
    if (!from.isEmpty()) {
      contact.put("wa_id", from);
    }
    return contact.put("user_id", userId);
  }

  private static String lastDigits(String from, String userId) {
    String id = from.isEmpty() ? userId : from;
    return id.substring(Math.max(0, id.length() - 4));
  }
}
