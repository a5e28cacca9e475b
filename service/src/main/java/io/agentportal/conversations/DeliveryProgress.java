package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of an attempt to hand a message to a partner.
///
/// @param status where the message is now; absent if the attempt changed nothing
/// @param step what the history says: a status, `retry` or `uncertain`
/// @param attempt counted from 1
/// @param errorCode the partner's code; absent if it went well
/// @param detail a plain sentence; absent if the step says it all
/// @param link the id that the partner gave the message; absent if it gave none
public record DeliveryProgress(
    TenantId tenantId,
    UUID messageId,
    @Nullable MessageStatus status,
    Instant at,
    String step,
    int attempt,
    @Nullable String errorCode,
    @Nullable String detail,
    @Nullable Link link) {

  /// The id by which a partner knows the message.
  public sealed interface Link {}

  /// @param partial whether it is one part of several, and not the last
  public record WhatsAppLink(String phoneNumberId, String wamid, boolean partial) implements Link {}

  /// @param conversationId absent where Genesys did not name the conversation
  public record GenesysLink(String genesysId, @Nullable String conversationId) implements Link {}
}
