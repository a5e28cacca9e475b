package io.agentportal.conversations;

import io.agentportal.platform.live.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells open consoles of changes as soon as they are committed.
@Component
class ConversationNews {
  private final LiveUpdates liveUpdates;

  ConversationNews(LiveUpdates liveUpdates) {
    this.liveUpdates = liveUpdates;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void tell(ConversationsChanged change) {
    liveUpdates.changed(change.tenantId(), change.conversationIds());
  }
}
