package io.agentsandbox.meta;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.DeliveryPlan;
import io.agentsandbox.platform.FaultTarget;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Settings;
import io.agentsandbox.platform.Signatures;
import io.agentsandbox.platform.Webhook;
import io.agentsandbox.platform.WebhookSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Wraps, escapes, signs and sends webhooks of an account.
///
/// The signature is taken over the escaped body that travels: UTF-16 units beyond ASCII and `@` as
/// unicode escapes with four lower-case digits, `/` behind a backslash, as seen in real deliveries.
public final class MetaWebhooks {
  private static final int BACK_OFF = 2;

  private final WebhookSender sender;
  private final LiveSettings settings;
  private final AtomicLong withoutCallback = new AtomicLong();

  MetaWebhooks(WebhookSender sender, LiveSettings settings) {
    this.sender = sender;
    this.settings = settings;
  }

  /// The body as Meta writes it: ASCII only.
  public static byte[] escaped(JsonNode payload) {
    String json = Json.MAPPER.writeValueAsString(payload);
    StringBuilder ascii = new StringBuilder(json.length() + 64);
    for (int at = 0; at < json.length(); at++) {
      char unit = json.charAt(at);
      if (unit == '/') {
        ascii.append("\\/");
      } else if (unit > 0x7E || unit == '@') {
        ascii.append("\\u").append(Character.forDigit(unit >> 12, 16));
        ascii.append(Character.forDigit(unit >> 8 & 0xF, 16));
        ascii.append(Character.forDigit(unit >> 4 & 0xF, 16));
        ascii.append(Character.forDigit(unit & 0xF, 16));
      } else {
        ascii.append(unit);
      }
    }
    return ascii.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// An empty value of the field `messages`, ready for messages or statuses.
  static ObjectNode value(WhatsAppAccount account) {
    ObjectNode value = Json.object().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", account.facts().phoneDigits())
        .put("phone_number_id", account.facts().phoneNumberId());
    return value;
  }

  /// Sends one change of the field `messages`.
  void sendMessages(WhatsAppAccount account, String kind, ObjectNode value) {
    send(account, kind, "messages", envelope(account, value));
  }

  /// Sends a whole payload; the first change's field decides where it goes.
  void sendPayload(WhatsAppAccount account, JsonNode payload) {
    JsonNode change = payload.path("entry").path(0).path("changes").path(0);
    String field = Json.text(change, "field");
    send(account, "payload", field.isEmpty() ? "messages" : field, payload);
  }

  /// Webhooks that went nowhere because no callback was set or no app subscribed.
  long withoutCallback() {
    return withoutCallback.get();
  }

  private static ObjectNode envelope(WhatsAppAccount account, ObjectNode value) {
    ObjectNode payload = Json.object().put("object", "whatsapp_business_account");
    ObjectNode entry = payload.putArray("entry").addObject().put("id", account.facts().wabaId());
    ObjectNode change = entry.putArray("changes").addObject();
    change.set("value", value);
    change.put("field", "messages");
    return payload;
  }

  private void send(WhatsAppAccount account, String kind, String field, JsonNode payload) {
    var url = account.callbacks.effective(field);
    if (url.isEmpty()) {
      withoutCallback.incrementAndGet();
      return;
    }
    byte[] body = escaped(payload);
    String signature = Signatures.hex(account.facts().appSecret(), body);
    Webhook webhook =
        new Webhook(
            FaultTarget.META_WEBHOOK,
            account.world().key(),
            kind,
            url.get(),
            new Bytes(body),
            Map.of(Signatures.HEADER, signature, "User-Agent", "facebookexternalua"));
    sender.send(webhook, plan());
  }

  private DeliveryPlan plan() {
    Settings.Meta meta = settings.meta();
    return new DeliveryPlan(
        Duration.ofMillis(meta.webhookTimeoutMillis()),
        meta.webhookRetries(),
        Duration.ofMillis(meta.webhookRetryMillis()),
        BACK_OFF,
        DeliveryPlan.Answers.ONLY_200);
  }
}
