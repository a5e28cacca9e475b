package io.agentportal.conversations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a message ended up.
///
/// @param isNew false if it had been recorded before: nothing was changed
/// @param phoneNumberId the business number of the conversation
public record Recorded(
    UUID messageId, UUID conversationId, Person contact, String phoneNumberId, boolean isNew) {

  /// The contact, as both partners know them. `userId` and `phone` are absent where WhatsApp does
  /// not tell them.
  ///
  /// @param phone digits with country code, no leading `+`
  /// @param genesysAddress `+` and phone, or an opaque id: what Genesys threads by
  public record Person(
      UUID id,
      @Nullable String userId,
      @Nullable String phone,
      String name,
      String genesysAddress) {}
}
