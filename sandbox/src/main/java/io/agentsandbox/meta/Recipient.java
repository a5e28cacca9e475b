package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import tools.jackson.databind.JsonNode;

/// Whom a message is for: digits of a phone number, a business-scoped user id, or both.
record Recipient(String phone, String userId) {

  /// Reads `to` and `recipient`; `to` wins when both are given.
  static Recipient of(JsonNode body) {
    String to = Json.text(body, "to");
    if (Subscribers.isUserId(to)) {
      return new Recipient("", to);
    }
    String digits = to.replaceAll("\\D", "");
    if (!digits.isEmpty()) {
      return new Recipient(digits, Subscribers.userIdOf(digits));
    }
    return new Recipient("", Json.text(body, "recipient"));
  }

  boolean isMissing() {
    return phone.isEmpty() && userId.isEmpty();
  }

  /// What the service window and the pair limit are counted by.
  String key() {
    return userId.isEmpty() ? phone : userId;
  }
}
