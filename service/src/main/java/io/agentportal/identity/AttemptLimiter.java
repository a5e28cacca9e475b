package io.agentportal.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts calls per key and refuses those beyond a rate: a bucket for one minute of calls that
/// refills steadily. Remembers the keys used last, a bounded number.
public final class AttemptLimiter {
  private static final int KEYS_AT_MOST = 50_000;
  private static final long MINUTE_MILLIS = 60_000;

  private final int perMinute;
  private final Clock clock;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(KEYS_AT_MOST)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  public AttemptLimiter(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /// Empty if the call may go on; otherwise how long to wait.
  public Optional<Duration> tryAcquire(String key) {
    Instant now = clock.instant();
    return buckets.get(key, _ -> new Bucket(perMinute, now)).take(now);
  }

  private final class Bucket {
    private double calls;
    private Instant at;

    Bucket(double calls, Instant at) {
      this.calls = calls;
      this.at = at;
    }

    synchronized Optional<Duration> take(Instant now) {
      double perMilli = (double) perMinute / MINUTE_MILLIS;
      long passedMillis = Math.max(0, Duration.between(at, now).toMillis());
      calls = Math.min(perMinute, calls + passedMillis * perMilli);
      at = now;
      if (calls >= 1) {
        calls -= 1;
        return Optional.empty();
      }
      return Optional.of(Duration.ofMillis((long) Math.ceil((1 - calls) / perMilli)));
    }
  }
}
