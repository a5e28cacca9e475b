package io.agentportal.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How long a stretch of time one rollup sums up. Both start where UTC's clock says so: quarters of
/// an hour fit the days of every time zone, days keep long ranges cheap.
enum Grain {
  QUARTER(Duration.ofMinutes(15)),
  DAY(Duration.ofDays(1));

  private final long millis;

  Grain(Duration length) {
    this.millis = length.toMillis();
  }

  /// The start of the stretch that holds this moment.
  Instant floor(Instant at) {
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
  }

  /// The first start at or after this moment.
  Instant ceil(Instant at) {
    Instant floor = floor(at);
    return floor.equals(at) ? at : floor.plusMillis(millis);
  }

  /// The grain as the tables spell it.
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
