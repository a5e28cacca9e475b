package io.agentportal.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that is new in the transcript.
///
/// @param direction `inbound` or `outbound`
/// @param at the message's own time, `message.sent_at`: what traffic is counted by
/// @param firstOfConversation whether it opened the conversation
/// @param responseTime of an outbound message that answers the customer: the time since the oldest
///   customer message still unanswered; null for everything else
public record MessageFact(
    UUID messageId,
    String direction,
    Instant at,
    boolean firstOfConversation,
    @Nullable Duration responseTime) {}
