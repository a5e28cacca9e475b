package io.agentsandbox.genesys;

import java.time.Duration;
import java.time.Instant;

/// An opaque access token and its budget of requests in the minute that runs.
final class AccessToken {
  private static final long WINDOW_MILLIS = 60_000;

  private final String value;
  private final Grant grant;
  private final Instant expiresAt;
  private long windowStartMillis;
  private int used;

  AccessToken(String value, Grant grant, Instant expiresAt) {
    this.value = value;
    this.grant = grant;
    this.expiresAt = expiresAt;
  }

  String value() {
    return value;
  }

  Grant grant() {
    return grant;
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /// What one request left of the budget.
  record Budget(int used, int allowed, Duration untilReset) {
    boolean isExceeded() {
      return used > allowed;
    }
  }

  /// Counts a request. Refused requests count as well, as they do at Genesys.
  synchronized Budget count(long nowMillis, int allowed) {
    if (nowMillis - windowStartMillis >= WINDOW_MILLIS || nowMillis < windowStartMillis) {
      windowStartMillis = nowMillis;
      used = 0;
    }
    used++;
    return new Budget(
        used, allowed, Duration.ofMillis(windowStartMillis + WINDOW_MILLIS - nowMillis));
  }
}
