package io.agentportal.conversations.list;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation as lists show it; the API's `Conversation`.
///
/// @param waId the contact's phone number (digits only), or their business-scoped user id
/// @param conversationId Genesys' id; empty until Genesys gave one
/// @param status `active`, `closed` or `error`
/// @param windowExpiresAt until when WhatsApp lets the business write freely; null if the customer
///   never wrote
public record ConversationSummary(
    UUID id,
    String waId,
    String contactName,
    String conversationId,
    Instant lastActivity,
    String status,
    int messageCount,
    Instant createdAt,
    @Nullable String phone,
    @Nullable String userId,
    @Nullable String username,
    String phoneNumberId,
    @Nullable LastMessage lastMessage,
    @Nullable Instant windowExpiresAt) {

  /// The newest message in short.
  public record LastMessage(String text, String direction, String kind) {}

  /// The same conversation for somebody with that view of phone numbers.
  public ConversationSummary shown(PhonePrivacy privacy) {
    return new ConversationSummary(
        id,
        privacy.show(waId),
        privacy.show(contactName),
        conversationId,
        lastActivity,
        status,
        messageCount,
        createdAt,
        phone == null ? null : privacy.show(phone),
        userId,
        username,
        phoneNumberId,
        lastMessage,
        windowExpiresAt);
  }
}
