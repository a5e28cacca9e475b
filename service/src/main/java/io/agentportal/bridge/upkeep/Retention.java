package io.agentportal.bridge.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Drops notices and dead deliveries once they are old enough. Calls that were set aside go with
/// the calls themselves.
@Component
class Retention {
  private static final int AT_ONCE = 5000;

  private final RetentionStore store;
  private final RetentionProperties properties;
  private final Clock clock;

  Retention(RetentionStore store, RetentionProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  private interface Drop {
    int upTo(Instant before, int limit);
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void drop() {
    drop(properties.notices(), store::dropNoticesAcrossTenants);
    drop(properties.dead(), store::dropDeadAcrossTenants);
  }

  private void drop(Duration kept, Drop some) {
    Instant before = clock.instant().minus(kept);
    int dropped = AT_ONCE;
    while (dropped == AT_ONCE) {
      dropped = some.upTo(before, AT_ONCE);
    }
  }
}
