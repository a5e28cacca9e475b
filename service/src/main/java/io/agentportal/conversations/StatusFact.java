package io.agentportal.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message's step from one delivery status to a later one. The statuses are those of
/// `message.status`.
///
/// @param direction `inbound` or `outbound`
/// @param at when the new status was reached, `message.status_at`
/// @param errorCode why it failed; null unless `to` is `failed`, and where the partner gave none
public record StatusFact(
    UUID messageId,
    String direction,
    Instant at,
    String from,
    String to,
    @Nullable String errorCode) {}
