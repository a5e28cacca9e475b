package io.agentportal.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class MovableClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /// Stands at `now`, ISO 8601: `2026-03-01T10:00:00Z`.
  public static MovableClock at(String now) {
    return new MovableClock(new AtomicReference<>(Instant.parse(now)), ZoneOffset.UTC);
  }

  /// Moves on; returns the new time.
  public Instant advance(Duration span) {
    return now.updateAndGet(before -> before.plus(span));
  }

  /// Moves to `instant`, also backwards.
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /// The same time in another zone; both move together.
  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(now, other);
  }
}
