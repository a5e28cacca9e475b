package io.agentportal.analytics;

import io.agentportal.credentials.CredentialFacts;
import java.time.Duration;
import java.time.Instant;

/// How long a credential lasts.
///
/// @param expiresAt far in the future for one that does not expire
/// @param daysRemaining whole days; negative once expired
/// @param status `healthy` with more than 30 days, `warning` with 7 to 30, `critical` with fewer or
///   none
/// @param neverExpires also true where the partner has told us no end
record TokenExpiry(Instant expiresAt, long daysRemaining, String status, boolean neverExpires) {
  private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");
  private static final int HEALTHY_ABOVE_DAYS = 30;
  private static final int CRITICAL_BELOW_DAYS = 7;

  static TokenExpiry of(CredentialFacts facts, Instant now) {
    Instant expiresAt = facts.expiresAt();
    return facts.neverExpires() || expiresAt == null
        ? until(FAR_FUTURE, true, now)
        : until(expiresAt, false, now);
  }

  private static TokenExpiry until(Instant expiresAt, boolean neverExpires, Instant now) {
    long days =
        Math.floorDiv(Duration.between(now, expiresAt).toSeconds(), Duration.ofDays(1).toSeconds());
    return new TokenExpiry(expiresAt, days, status(days), neverExpires);
  }

  private static String status(long days) {
    if (days > HEALTHY_ABOVE_DAYS) {
      return "healthy";
    }
    return days < CRITICAL_BELOW_DAYS ? "critical" : "warning";
  }
}
