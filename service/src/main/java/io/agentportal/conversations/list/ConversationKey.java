package io.agentportal.conversations.list;

import io.agentportal.platform.errors.PortalException;
import java.util.Optional;
import java.util.UUID;

/// What names one conversation from outside: the portal's id or Genesys' id, both UUIDs.
public record ConversationKey(UUID value) {

  /// The key in a search text, if it is one.
  static Optional<ConversationKey> parse(String text) {
    return StrictUuid.parse(text).map(ConversationKey::new);
  }

  /// The key in an address.
  ///
  /// @throws PortalException `NOT_FOUND` for text that cannot be one
  public static ConversationKey of(String text) {
    return parse(text).orElseThrow(() -> PortalException.notFound("conversation", text));
  }

  public PortalException notFound() {
    return PortalException.notFound("conversation", toString());
  }

  /// In lower case, as Genesys writes its ids.
  @Override
  public String toString() {
    return value.toString();
  }
}
