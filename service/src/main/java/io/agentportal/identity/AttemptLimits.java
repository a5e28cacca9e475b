package io.agentportal.identity;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.time.Clock;
import java.util.Map;

/// Bounds how often one login state is tried, from wherever: who has heard of a state still has to
/// guess the rest.
public final class AttemptLimits {
  private static final int PER_STATE_AND_MINUTE = 5;

  private final AttemptLimiter states;

  public AttemptLimits(Clock clock) {
    this.states = new AttemptLimiter(PER_STATE_AND_MINUTE, clock);
  }

  /// Counts one try.
  ///
  /// @throws PortalException `RATE_LIMITED` beyond five a minute
  public void state(String state) {
    states
        .tryAcquire(state)
        .ifPresent(wait -> {
          long seconds = wait.plusMillis(999).toSeconds();
          throw new PortalException(
              ErrorCode.RATE_LIMITED,
              "This sign-in was tried too often. Please start it again.",
              Map.of("retryAfterSeconds", seconds));
        });
  }
}
