package io.agentportal.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What WhatsApp says of a message that the business sent.
///
/// @param phoneNumberId the business number it was sent from
/// @param wamid Meta's id of it
/// @param messageId ours, where the report carries the key we sent along; it also links the wamid
/// @param part which of several parts that key names, from 1; 0: the whole message, or its last
///   part
/// @param at by WhatsApp's clock
/// @param errorCode Meta's code; absent unless it failed
/// @param errorText a plain sentence; absent unless it failed
public record StatusChange(
    String phoneNumberId,
    String wamid,
    @Nullable UUID messageId,
    int part,
    MessageStatus status,
    Instant at,
    @Nullable String errorCode,
    @Nullable String errorText) {

  /// Whether it concerns one of several parts, and not the last.
  public boolean partial() {
    return part > 0;
  }
}
