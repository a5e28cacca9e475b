package io.agentportal.bridge;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Says what an attempt means: for its delivery, and for the queue it belongs to.
@Component
class Judge {
  private final QueueLoad load;
  private final BridgeProperties properties;
  private final Clock clock;

  Judge(QueueLoad load, BridgeProperties properties, Clock clock) {
    this.load = load;
    this.properties = properties;
    this.clock = clock;
  }

  Settlement judge(Delivery delivery, Attempt attempt) {
    return Settlement.of(
        delivery, resting(delivery.lane().queue(), attempt), properties.retry(), clock.instant());
  }

  /// Of a delivery that was taken up but not tried.
  ///
  /// @param inDoubt whether an earlier attempt may have arrived
  Settlement untried(Delivery delivery, boolean inDoubt) {
    return Settlement.untried(delivery, inDoubt, clock.instant());
  }

  /// Whether the queue may make another call right away.
  boolean mayGoOn(Delivery delivery) {
    return load.mayGoOn(delivery.lane().queue());
  }

  /// Trouble that all lanes of the queue would meet makes the queue rest, this lane with it.
  private Attempt resting(Lane.Queue queue, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Again(var delay, var code, var reason, var wholeQueue) when wholeQueue ->
          new Attempt.Again(load.troubled(queue, delay), code, reason, true);
      case Attempt.Blocked blocked -> {
        load.troubled(queue, properties.retry().credentialsDelay());
        yield blocked;
      }
      case Attempt.Done _, Attempt.Refused _ -> {
        load.succeeded(queue);
        yield attempt;
      }
      case Attempt.Again _, Attempt.Pending _, Attempt.Unsure _ -> attempt;
    };
  }
}
