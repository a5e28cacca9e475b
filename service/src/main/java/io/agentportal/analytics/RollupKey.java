package io.agentportal.analytics;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.Comparator;

/// Names one row of a rollup. Rows are always written in this order, so that two transactions never
/// wait for each other.
///
/// @param errorCode empty for traffic
record RollupKey(
    TenantId tenantId, Grain grain, Instant startsAt, String direction, String errorCode)
    implements Comparable<RollupKey> {
  private static final Comparator<RollupKey> ORDER =
      Comparator.comparing((RollupKey key) -> key.tenantId().value())
          .thenComparing(RollupKey::grain)
          .thenComparing(RollupKey::startsAt)
          .thenComparing(RollupKey::direction)
          .thenComparing(RollupKey::errorCode);

  @Override
  public int compareTo(RollupKey other) {
    return ORDER.compare(this, other);
  }
}
