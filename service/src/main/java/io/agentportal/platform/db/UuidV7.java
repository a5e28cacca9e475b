package io.agentportal.platform.db;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes UUIDs of version 7 (RFC 9562): they sort by the time of their making.
///
/// Within one process each is greater than the one before it, also inside one millisecond (12 bits
/// of counter beside 48 bits of milliseconds; a full counter borrows from the next millisecond).
/// PostgreSQL compares UUIDs by their bytes, hence in the same order.
public final class UuidV7 {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int COUNTER_BITS = 12;
  private static final AtomicLong LAST = new AtomicLong();

  private UuidV7() {}

  /// The next identifier for something that happens at `now`.
  public static UUID next(Instant now) {
    long floor = now.toEpochMilli() << COUNTER_BITS;
    long ticks = LAST.updateAndGet(last -> Math.max(last + 1, floor));
    return compose(ticks, RANDOM.nextLong());
  }

  /// The smallest identifier of that millisecond: a bound for ranges of time.
  public static UUID lowest(Instant at) {
    return compose(at.toEpochMilli() << COUNTER_BITS, 0);
  }

  private static UUID compose(long ticks, long random) {
    long millis = ticks >>> COUNTER_BITS;
    long counter = ticks & ((1 << COUNTER_BITS) - 1);
    return new UUID(
        (millis << 16) | 0x7000 | counter, (random & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE);
  }
}
