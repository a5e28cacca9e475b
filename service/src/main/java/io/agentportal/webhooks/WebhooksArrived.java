package io.agentportal.webhooks;

import java.util.Set;

/// Application event: calls were stored, and committed, by this node. Published outside of any
/// transaction, on the thread that stores: a listener only wakes somebody up.
///
/// @param shards where to look, see [WebhookInbox#takeAcrossTenants]
public record WebhooksArrived(Set<Integer> shards) {
  public WebhooksArrived {
    shards = Set.copyOf(shards);
  }
}
