package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `health_status`: whether messages can be sent, per entity.
final class Health {
  private Health() {}

  /// @param canSend of the number; the account and the app are well
  static ObjectNode of(WhatsAppAccount account, String canSend) {
    ObjectNode health = Json.object().put("can_send_message", canSend);
    ArrayNode entities = health.putArray("entities");
    Map<String, String> ids =
        Map.of(
            "PHONE_NUMBER", account.facts().phoneNumberId(),
            "WABA", account.facts().wabaId(),
            "APP", account.facts().appId());
    for (String type : new String[] {"PHONE_NUMBER", "WABA", "APP"}) {
      String ofEntity = type.equals("PHONE_NUMBER") ? canSend : "AVAILABLE";
      ObjectNode entity =
          entities
              .addObject()
              .put("entity_type", type)
              .put("id", ids.get(type))
              .put("can_send_message", ofEntity);
      if (!ofEntity.equals("AVAILABLE")) {
        entity
            .putArray("errors")
            .addObject()
            .put("error_code", 141_006)
            .put("error_description", "There is an error with the payment method.")
            .put("possible_solution", "Add a payment method to the account.");
      }
    }
    return health;
  }
}
