package io.agentportal.conversations;

import io.agentportal.conversations.NewMessage.Reference;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing heard about one message, whoever said it: a status, an id, or both.
///
/// @param status absent if only an id was learnt
/// @param partial whether it concerns one of several parts, and not the last
/// @param part our own name of that part, where what is heard proves that WhatsApp has it; absent
///   otherwise
/// @param genesysConversationId absent unless Genesys named it
record StatusMove(
    TenantId tenantId,
    UUID messageId,
    @Nullable MessageStatus status,
    Instant at,
    @Nullable String errorCode,
    @Nullable String errorText,
    boolean partial,
    @Nullable Reference reference,
    @Nullable Reference part,
    @Nullable String genesysConversationId) {

  static StatusMove of(TenantId tenant, StatusStore.Known known, StatusChange change) {
    return new StatusMove(
        tenant,
        known.messageId(),
        change.status(),
        change.at(),
        change.errorCode(),
        change.errorText(),
        known.partial(),
        Reference.wamid(change.phoneNumberId(), change.wamid()),
        change.messageId() == null || !change.partial()
            ? null
            : Reference.part(change.messageId(), change.part()),
        null);
  }

  static StatusMove of(DeliveryProgress progress) {
    Reference reference = null;
    String conversationId = null;
    boolean partial = false;
    switch (progress.link()) {
      case DeliveryProgress.WhatsAppLink(var number, var wamid, var part) -> {
        reference = Reference.wamid(number, wamid);
        partial = part;
      }
      case DeliveryProgress.GenesysLink(var id, var conversation) -> {
        reference = id.isEmpty() ? null : Reference.genesys(id);
        conversationId = conversation;
      }
      case null -> {}
    }
    return new StatusMove(
        progress.tenantId(),
        progress.messageId(),
        progress.status(),
        progress.at(),
        progress.errorCode(),
        progress.detail(),
        partial,
        reference,
        null,
        conversationId);
  }

  @Nullable String wamid() {
    return reference == null || reference.isGenesys() ? null : reference.id();
  }

  @Nullable String genesysId() {
    return reference == null || !reference.isGenesys() ? null : reference.id();
  }

  /// Whether it moves a message on that is at `current`. Of a part only a failure counts.
  boolean advances(MessageStatus current) {
    return status != null
        && (!partial || status == MessageStatus.FAILED)
        && current.advancesTo(status);
  }
}
