package io.agentportal.conversations.list;

import io.agentportal.platform.errors.PortalException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a conversation stands: `active` while messages flow, `closed` after Genesys ended it or 72
/// hours without one, `error` from an unrecovered failure to the next success.
enum ConversationStatus {
  ACTIVE,
  CLOSED,
  ERROR;

  /// The status as the API and the table spell it.
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws PortalException `VALIDATION_FAILED` for anything but a wire name
  static ConversationStatus parse(String text) {
    for (ConversationStatus status : values()) {
      if (status.wireName().equals(text)) {
        return status;
      }
    }
    String expected =
        Arrays.stream(values()).map(ConversationStatus::wireName).collect(Collectors.joining(", "));
    throw PortalException.invalid("status", text + " (expected: " + expected + ")");
  }
}
