package io.agentportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimiterTest {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final AttemptLimiter limiter = new AttemptLimiter(3, clock);

  @Test
  void letsAMinutesCallsThroughAtOnceAndSaysHowLongToWaitThen() {
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.tryAcquire("198.18.0.1")).isEmpty();
    }

    assertThat(limiter.tryAcquire("198.18.0.1")).hasValue(Duration.ofSeconds(20));
    assertThat(limiter.tryAcquire("198.18.0.2")).isEmpty();
  }

  @Test
  void refillsSteadily() {
    for (int i = 0; i < 3; i++) {
      limiter.tryAcquire("198.18.0.1");
    }
    clock.advance(Duration.ofSeconds(20));

    assertThat(limiter.tryAcquire("198.18.0.1")).isEmpty();
    assertThat(limiter.tryAcquire("198.18.0.1")).isPresent();
  }

  @Test
  void savesUpNoMoreThanAMinute() {
    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.tryAcquire("198.18.0.1")).isEmpty();
    }

    assertThat(limiter.tryAcquire("198.18.0.1")).isPresent();
  }
}
