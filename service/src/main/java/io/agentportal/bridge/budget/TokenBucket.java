package io.agentportal.bridge.budget;

import java.time.Duration;
import java.time.Instant;

/// A limit of so many in a burst and so many per second after it.
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double capacity;
  private final double perSecond;
  private double tokens;
  private Instant filledAt;

  /// Full at `now`.
  TokenBucket(double capacity, double perSecond, Instant now) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.tokens = capacity;
    this.filledAt = now;
  }

  /// Takes one if there is one.
  ///
  /// @return zero: taken; else how long until there is one
  synchronized Duration take(Instant now) {
    fill(now);
    if (tokens >= 1) {
      tokens--;
      return Duration.ZERO;
    }
    return Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000));
  }

  /// Gives one back that was taken for nothing.
  synchronized void giveBack() {
    tokens = Math.min(capacity, tokens + 1);
  }

  synchronized double left(Instant now) {
    fill(now);
    return tokens;
  }

  private void fill(Instant now) {
    Duration passed = Duration.between(filledAt, now);
    if (passed.isPositive()) {
      tokens = Math.min(capacity, tokens + passed.toNanos() / NANOS * perSecond);
      filledAt = now;
    }
  }
}
