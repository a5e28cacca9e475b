package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the open consoles of a tenant, on this node and on all others, what has just changed.
///
/// A hint and no more: it may be lost, and it carries no content. Whoever hears it reads again.
@Component
public class LiveUpdates {
  private final LiveStreams streams;
  private final ClusterSender cluster;

  LiveUpdates(LiveStreams streams, ClusterSender cluster) {
    this.streams = streams;
    this.cluster = cluster;
  }

  /// Something changed in these conversations. Cheap; call it after the commit.
  public void changed(TenantId tenantId, Collection<UUID> conversationIds) {
    if (conversationIds.isEmpty()) {
      return;
    }
    Activity activity = Activity.of(tenantId, conversationIds);
    streams.announce(activity);
    cluster.announce(activity);
  }
}
