package io.agentportal.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that moved forward.
///
/// @param genesysAddress how Genesys knows the contact
/// @param genesysId Genesys' id of it; absent if Genesys does not know it (yet)
/// @param at when it got there, as the partner reports it
/// @param errorCode why it failed; absent unless it did
/// @param errorText the same as a plain sentence
public record StatusAdvance(
    UUID messageId,
    UUID conversationId,
    UUID contactId,
    String genesysAddress,
    String direction,
    @Nullable String genesysId,
    MessageStatus from,
    MessageStatus to,
    Instant at,
    @Nullable String errorCode,
    @Nullable String errorText) {}
