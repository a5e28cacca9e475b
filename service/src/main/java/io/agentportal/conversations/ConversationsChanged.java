package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What one batch of writes did to a tenant's conversations.
///
/// Published inside the transaction that writes it, once per batch: a plain `@EventListener` takes
/// part in that transaction, a `@TransactionalEventListener` hears of it after the commit. A
/// message or a change that was refused as a duplicate or as out of date is not in it.
public record ConversationsChanged(
    TenantId tenantId,
    List<MessageFact> messages,
    List<StatusFact> statuses,
    Set<UUID> conversationIds) {

  public ConversationsChanged {
    messages = List.copyOf(messages);
    statuses = List.copyOf(statuses);
    conversationIds = Set.copyOf(conversationIds);
  }
}
