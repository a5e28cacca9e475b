package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What changed for one tenant in a short while. Names a bounded number of conversations, so that
/// it stays small whatever happens.
///
/// @param more whether other conversations changed as well
record Activity(TenantId tenantId, List<UUID> conversationIds, boolean more) {

  /// How many conversations one activity names.
  static final int MAX_NAMED = 50;

  Activity {
    conversationIds = List.copyOf(conversationIds);
    if (conversationIds.size() > MAX_NAMED) {
      throw new IllegalArgumentException(
          "conversationIds: " + conversationIds.size() + " (expected: at most " + MAX_NAMED + ")");
    }
  }

  static Activity of(TenantId tenantId, Collection<UUID> conversationIds) {
    return new Activity(tenantId, List.of(), false).with(conversationIds, false);
  }

  /// Something may have changed, nobody knows where.
  static Activity somewhere(TenantId tenantId) {
    return new Activity(tenantId, List.of(), true);
  }

  /// Both together.
  Activity and(Activity other) {
    return with(other.conversationIds, other.more);
  }

  private Activity with(Collection<UUID> added, boolean addedMore) {
    Set<UUID> named = new LinkedHashSet<>(conversationIds);
    boolean overflow = false;
    for (UUID id : added) {
      if (named.size() < MAX_NAMED) {
        named.add(id);
      } else if (!named.contains(id)) {
        overflow = true;
        break;
      }
    }
    return new Activity(tenantId, List.copyOf(named), more || addedMore || overflow);
  }
}
