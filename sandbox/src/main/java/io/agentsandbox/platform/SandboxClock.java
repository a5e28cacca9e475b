package io.agentsandbox.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// The sandbox's time: the machine's, plus what a test has moved it on by.
public final class SandboxClock extends Clock {
  private final AtomicLong offsetMillis = new AtomicLong();

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), Duration.ofMillis(offsetMillis.get()));
  }

  @Override
  public long millis() {
    return System.currentTimeMillis() + offsetMillis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  /// Moves the time on; tokens expire, service windows close, media links die.
  public void advance(Duration by) {
    offsetMillis.addAndGet(by.toMillis());
  }

  /// Back to the machine's time.
  public void reset() {
    offsetMillis.set(0);
  }
}
