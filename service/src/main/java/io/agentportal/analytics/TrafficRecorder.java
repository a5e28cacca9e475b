package io.agentportal.analytics;

import io.agentportal.conversations.ConversationsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the rollups in step with the messages: same transaction, no later counting.
///
/// The event comes once per tenant, in a fixed order of tenants and right before the commit, so the
/// rows of a busy tenant are locked for a moment only and nobody waits in a circle.
@Component
class TrafficRecorder {
  private final RollupStore store;

  TrafficRecorder(RollupStore store) {
    this.store = store;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void record(ConversationsChanged change) {
    store.add(RollupChanges.of(change));
  }
}
