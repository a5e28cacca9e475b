package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `health_status`: whether messages can be sent, per entity.
final class Health {
  private Health() {}

  static ObjectNode of(WhatsAppAccount account) {
    ObjectNode health = Json.object().put("can_send_message", "AVAILABLE");
    ArrayNode entities = health.putArray("entities");
    Map<String, String> ids =
        Map.of(
            "PHONE_NUMBER", account.facts().phoneNumberId(),
            "WABA", account.facts().wabaId(),
            "APP", account.facts().appId());
    for (String type : new String[] {"PHONE_NUMBER", "WABA", "APP"}) {
      entities
          .addObject()
          .put("entity_type", type)
          .put("id", ids.get(type))
          .put("can_send_message", "AVAILABLE");
    }
    return health;
  }
}
