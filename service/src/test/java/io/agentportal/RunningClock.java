package io.agentportal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The real time, plus what a test added.
public final class RunningClock extends Clock {
  private final Clock system;
  private final AtomicReference<Duration> ahead;

  public RunningClock() {
    this(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
  }

  private RunningClock(Clock system, AtomicReference<Duration> ahead) {
    this.system = system;
    this.ahead = ahead;
  }

  /// Moves on; it never goes back.
  public void advance(Duration span) {
    ahead.updateAndGet(before -> before.plus(span));
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new RunningClock(system.withZone(zone), ahead);
  }
}
