package io.agentportal.conversations;

import io.agentportal.conversations.list.StrictUuid;
import io.agentportal.platform.errors.PortalException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of a transcript.
///
/// @param messages oldest first
/// @param nextCursor opens the stretch before this one; null at the beginning of the transcript
record MessagePage(List<MessageView> messages, @Nullable String nextCursor) {

  /// Makes a page of messages that were read newest first.
  ///
  /// @param newestFirst one more than fits, if there is one
  static MessagePage of(List<MessageView> newestFirst, int limit) {
    if (newestFirst.size() <= limit) {
      return new MessagePage(newestFirst.reversed(), null);
    }
    List<MessageView> messages = newestFirst.subList(0, limit).reversed();
    return new MessagePage(messages, messages.getFirst().id().toString());
  }

  /// The message before which a cursor opens; null for the newest page.
  ///
  /// @throws PortalException `VALIDATION_FAILED` for text that is no cursor of ours
  static @Nullable UUID position(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    return StrictUuid.parse(cursor)
        .orElseThrow(() -> PortalException.invalid("cursor", "is not a cursor of this list"));
  }
}
