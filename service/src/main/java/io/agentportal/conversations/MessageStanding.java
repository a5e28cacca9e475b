package io.agentportal.conversations;

import org.jspecify.annotations.Nullable;

/// How far a message has come, and what the partners call it.
///
/// @param wamid absent if WhatsApp does not know it (yet)
/// @param genesysId absent if Genesys does not know it (yet)
/// @param genesysConversationId where Genesys last placed the conversation; absent if it has not
public record MessageStanding(
    MessageStatus status,
    @Nullable String wamid,
    @Nullable String genesysId,
    @Nullable String genesysConversationId) {}
