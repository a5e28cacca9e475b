package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Gathers what a transaction changes and publishes it per tenant right before the commit: after
/// every lock on messages and conversations is taken, so that a listener that updates rows of its
/// own (rollups) never holds them while we wait for ours.
@Component
class ChangeCollector {
  private final ApplicationEventPublisher events;

  ChangeCollector(ApplicationEventPublisher events) {
    this.events = events;
  }

  void added(TenantId tenant, UUID conversationId, MessageFact fact) {
    Changes changes = current(tenant);
    changes.messages.add(fact);
    changes.conversationIds.add(conversationId);
  }

  void moved(TenantId tenant, UUID conversationId, StatusFact fact) {
    Changes changes = current(tenant);
    changes.statuses.add(fact);
    changes.conversationIds.add(conversationId);
  }

  /// Something else of the conversation changed.
  void touched(TenantId tenant, UUID conversationId) {
    current(tenant).conversationIds.add(conversationId);
  }

  private Changes current(TenantId tenant) {
    for (TransactionSynchronization each :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (each instanceof Publication publication) {
        return publication.of(tenant);
      }
    }
    Publication created = new Publication(events);
    TransactionSynchronizationManager.registerSynchronization(created);
    return created.of(tenant);
  }

  private static final class Changes {
    private final List<MessageFact> messages = new ArrayList<>();
    private final List<StatusFact> statuses = new ArrayList<>();
    private final Set<UUID> conversationIds = new LinkedHashSet<>();
  }

  private static final class Publication implements TransactionSynchronization {
    private final ApplicationEventPublisher events;

    /// In a fixed order, so that listeners lock the rows of tenants in a fixed order.
    private final Map<UUID, Changes> byTenant = new TreeMap<>();

    Publication(ApplicationEventPublisher events) {
      this.events = events;
    }

    Changes of(TenantId tenant) {
      return byTenant.computeIfAbsent(tenant.value(), _ -> new Changes());
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      byTenant.forEach((tenant, changes) ->
          events.publishEvent(
              new ConversationsChanged(
                  new TenantId(tenant),
                  changes.messages,
                  changes.statuses,
                  changes.conversationIds)));
    }
  }
}
