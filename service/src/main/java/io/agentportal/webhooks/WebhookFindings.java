package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Counts what was wrong or odd with calls, in memory, and adds the counts to the database once a
/// minute: a flood of bad calls costs neither rows nor statements.
///
/// Only tenants that exist are counted by name, so the number of counters is bounded too.
@Component
class WebhookFindings {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookFindings.class);

  private final WebhookFindingStore store;
  private final WebhookMetrics metrics;
  private final Clock clock;
  private final ConcurrentHashMap<Key, Count> counts = new ConcurrentHashMap<>();

  WebhookFindings(WebhookFindingStore store, WebhookMetrics metrics, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// @param tenant one that exists, or [WebhookAddress#NOBODY]
  void add(TenantId tenant, WebhookSource source, Finding finding) {
    metrics.found(source, finding);
    Instant now = clock.instant();
    var key = new Key(LocalDate.ofInstant(now, ZoneOffset.UTC), tenant.value(), source, finding);
    counts.merge(key, new Count(1, now), Count::plus);
  }

  /// Counts that could not be written are kept for the next time.
  void flush() {
    Map<Key, Count> taken = new HashMap<>();
    for (Key key : counts.keySet()) {
      Count count = counts.remove(key);
      if (count != null) {
        taken.put(key, count);
      }
    }
    try {
      store.addAcrossTenants(taken);
    } catch (DataAccessException failure) {
      taken.forEach((key, count) -> counts.merge(key, count, Count::plus));
      LOG.atWarn().setCause(failure).log("findings about webhooks were not written yet");
    }
  }

  /// @param day the first whose counts are kept
  void dropBefore(LocalDate day) {
    store.deleteBeforeAcrossTenants(day);
  }

  record Key(LocalDate day, UUID tenant, WebhookSource source, Finding finding) {}

  record Count(long calls, Instant lastAt) {

    Count plus(Count other) {
      return new Count(calls + other.calls, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
  }
}
