package io.agentsandbox.platform;

import java.time.Duration;

/// How long a partner waits for an answer to a webhook and how it tries again.
///
/// @param retries attempts after the first
/// @param growth factor from one pause to the next; 1 keeps it constant
public record DeliveryPlan(
    Duration timeout, int retries, Duration pause, int growth, Answers answers) {
  private static final int LONGEST_PAUSE_FACTOR = 20;

  /// How a partner judges the status of an answer.
  public enum Answers {
    /// Meta: only 200 counts; everything else is tried again.
    ONLY_200 {
      @Override
      boolean isRetried(int status) {
        return status != 200;
      }
    },
    /// Genesys Cloud: time-outs, 429 and 5xx are tried again, other refusals are final.
    ONLY_429_AND_5XX {
      @Override
      boolean isRetried(int status) {
        return status == 0 || status == 429 || status >= 500;
      }
    };

    /// Whether another attempt follows; status 0 is no answer at all.
    abstract boolean isRetried(int status);
  }

  Duration pauseAfter(int attempt) {
    long factor = 1;
    for (int done = 1; done < attempt && factor < LONGEST_PAUSE_FACTOR; done++) {
      factor *= growth;
    }
    return pause.multipliedBy(Math.min(factor, LONGEST_PAUSE_FACTOR));
  }
}
