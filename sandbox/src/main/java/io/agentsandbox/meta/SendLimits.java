package io.agentsandbox.meta;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import java.time.Duration;

/// Meta's limits on sending and on management calls, per account.
///
/// Source: Meta, "Throughput" (80 messages a second per number) and "About the platform" (one
/// message in six seconds to one person, up to 45 borrowed from the future).
final class SendLimits {
  private static final int PAIR_BURST = 45;
  private static final long PAIR_REFILL_NANOS = Duration.ofSeconds(6).toNanos();
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  private final BoundedMap<String, Bucket> pairs = new BoundedMap<>(50_000);
  private final LiveSettings settings;
  private final SandboxClock clock;
  private Bucket number;
  private int numberRate;
  private long hourStartMillis;
  private int managementCalls;

  SendLimits(LiveSettings settings, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.number = new Bucket(1, 1, now());
  }

  /// Counts a message. Refuses with 130429 or 131056.
  void message(String recipientKey) {
    int perSecond = settings.meta().messagesPerSecond();
    if (perSecond > 0 && !numberBucket(perSecond).take(now())) {
      throw GraphRefusal.of(
          429,
          130_429,
          "(#130429) Rate limit hit",
          "Too many messages were sent from this phone number in a short time.");
    }
    if (settings.meta().pairLimit() && !pair(recipientKey).take(now())) {
      throw GraphRefusal.of(
          400,
          131_056,
          "(#131056) (Business Account, Consumer Account) pair rate limit hit",
          "Too many messages were sent to this recipient in a short time.");
    }
  }

  /// Counts a management call. Refuses with 80007.
  synchronized void management() {
    int perHour = settings.meta().managementPerHour();
    if (perHour <= 0) {
      return;
    }
    long now = clock.millis();
    if (now - hourStartMillis >= HOUR_MILLIS) {
      hourStartMillis = now;
      managementCalls = 0;
    }
    if (++managementCalls > perHour) {
      throw GraphRefusal.of(
          400, 80_007, "(#80007) Rate limit issues", "The account has reached its call limit.");
    }
  }

  private synchronized Bucket numberBucket(int perSecond) {
    if (numberRate != perSecond) {
      numberRate = perSecond;
      number = new Bucket(perSecond, 1e9 / perSecond, now());
    }
    return number;
  }

  private Bucket pair(String recipientKey) {
    return pairs.computeIfAbsent(
        recipientKey, _ -> new Bucket(PAIR_BURST, PAIR_REFILL_NANOS, now()));
  }

  private long now() {
    return clock.millis() * 1_000_000;
  }

  void clear() {
    pairs.clear();
  }
}
