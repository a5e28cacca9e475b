package io.agentportal.conversations;

import java.util.UUID;

/// Where a message ended up.
///
/// @param isNew false if it had been recorded before: nothing was changed
public record Recorded(UUID messageId, UUID conversationId, UUID contactId, boolean isNew) {}
