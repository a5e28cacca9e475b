package io.agentportal.whatsapp;

import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Webhook bodies of a made-up business, as Meta writes them.
final class Payloads {
  static final Instant RECEIVED = Instant.parse("2026-10-05T12:00:00Z");

  private Payloads() {}

  /// A body with one change.
  static String change(String field, String value) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"340000000000901","changes":[
      {"field":"%s","value":%s}]}]}
    """
        .formatted(field, value);
  }

  /// A value of the field `messages`.
  ///
  /// @param members JSON members after the number's
  static String value(String members) {
    return """
    {"messaging_product":"whatsapp",
     "metadata":{"display_phone_number":"15550100901","phone_number_id":"340000000000902"},
     %s}
    """
        .formatted(members);
  }

  /// A body with one message of one customer.
  ///
  /// @param members of the message, after id, sender and time
  static String message(String members) {
    return change(
        "messages",
        value(
            """
            "contacts":[{"profile":{"name":"Mara Lind"},"wa_id":"4915550001234"}],
            "messages":[{"id":"wamid.A1","from":"4915550001234","timestamp":"1791201600",%s}]
            """
                .formatted(members)));
  }

  static List<WhatsAppNotice> read(String body) {
    return WhatsAppWebhook.read(body.getBytes(StandardCharsets.UTF_8), RECEIVED);
  }

  static CustomerMessage only(String body) {
    return (CustomerMessage) read(body).getFirst();
  }
}
