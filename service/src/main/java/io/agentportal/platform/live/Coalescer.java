package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Gathers activities, and gives each tenant's out at once or, if the last one is too fresh, after
/// an interval. Times are readings of `System.nanoTime`.
final class Coalescer {
  private final long intervalNanos;
  private final Map<TenantId, Activity> waiting = new HashMap<>();
  private final Map<TenantId, Long> lastTaken = new HashMap<>();

  Coalescer(Duration interval) {
    this.intervalNanos = interval.toNanos();
  }

  synchronized void add(Activity activity) {
    waiting.merge(activity.tenantId(), activity, Activity::and);
  }

  /// Takes what may be given out now.
  synchronized List<Activity> take(long nowNanos) {
    lastTaken.values().removeIf(taken -> nowNanos - taken >= intervalNanos);
    List<Activity> due = new ArrayList<>();
    Iterator<Activity> candidates = waiting.values().iterator();
    while (candidates.hasNext()) {
      Activity activity = candidates.next();
      if (lastTaken.putIfAbsent(activity.tenantId(), nowNanos) == null) {
        due.add(activity);
        candidates.remove();
      }
    }
    return due;
  }

  /// How long until [#take] gives something out; 0: now; empty: nothing is waiting.
  synchronized OptionalLong nanosUntilNext(long nowNanos) {
    return waiting.keySet().stream()
        .mapToLong(tenantId -> {
          Long taken = lastTaken.get(tenantId);
          return taken == null ? 0 : Math.max(0, taken + intervalNanos - nowNanos);
        })
        .min();
  }
}
