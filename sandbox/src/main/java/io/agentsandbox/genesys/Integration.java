package io.agentsandbox.genesys;

import io.agentsandbox.platform.Json;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// An Open Messaging integration.
///
/// @param recipientId the routing entry that carries the Architect flow
/// @param fields what the caller set: name, webhook address, secret, headers, profile, setting
/// @param readyAtMillis when its asynchronous creation is complete
record Integration(
    String id,
    String recipientId,
    ObjectNode fields,
    Instant createdAt,
    Instant modifiedAt,
    long readyAtMillis) {
  static final String URL = "outboundNotificationWebhookUrl";
  static final String SECRET = "outboundNotificationWebhookSignatureSecretToken";

  String name() {
    return Json.text(fields, "name");
  }

  URI webhookUrl() {
    return URI.create(Json.text(fields, URL));
  }

  String secret() {
    return Json.text(fields, SECRET);
  }

  /// The static headers that Genesys adds to each webhook.
  Map<String, String> webhookHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    fields
        .path("webhookHeaders")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return headers;
  }

  boolean isReady(long nowMillis) {
    return nowMillis >= readyAtMillis;
  }

  Integration changed(ObjectNode changes, Instant at) {
    ObjectNode merged = fields.deepCopy();
    changes.properties().forEach(change -> merged.set(change.getKey(), change.getValue()));
    return new Integration(id, recipientId, merged, createdAt, at, readyAtMillis);
  }

  /// The integration as the API shows it, secret included.
  ObjectNode describe(long nowMillis) {
    ObjectNode shown = fields.deepCopy();
    shown
        .put("id", id)
        .put("status", isReady(nowMillis) ? "active" : "inactive")
        .put("createStatus", isReady(nowMillis) ? "Completed" : "Initiated")
        .put("dateCreated", createdAt.toString())
        .put("dateModified", modifiedAt.toString())
        .put("selfUri", IntegrationEndpoints.PATH + "/" + id);
    if (isReady(nowMillis)) {
      shown
          .putObject("recipient")
          .put("id", recipientId)
          .put("selfUri", "/api/v2/routing/message/recipients/" + recipientId);
    }
    return shown;
  }
}
