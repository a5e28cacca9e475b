package io.agentportal.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far one message has come.
///
/// @param timestamp when it reached its status
/// @param status `pending`, `delivered` or `failed`: what [#rawStatus] means to a reader
/// @param error why it failed, for people
/// @param messageId the id the partner knows it by, otherwise the portal's
/// @param rawStatus `queued`, `accepted`, `sent`, `delivered`, `read`, `played` or `failed`
/// @param attempts how often it was handed over; 0 before the first
record DeliveryLog(
    UUID id,
    Instant timestamp,
    String direction,
    String status,
    @Nullable String error,
    String messageId,
    String rawStatus,
    @Nullable String errorCode,
    int attempts) {

  /// What a delivery status means to a reader: `sent` is still on its way, `read` has arrived.
  static String readable(String rawStatus) {
    return switch (rawStatus) {
      case "delivered", "read", "played" -> "delivered";
      case "failed" -> "failed";
      default -> "pending";
    };
  }
}
