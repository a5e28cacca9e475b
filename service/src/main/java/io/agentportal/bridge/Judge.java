package io.agentportal.bridge;

import io.agentportal.bridge.budget.SendingBudget;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says what an attempt means: for its delivery, and for the queue it belongs to.
@Component
class Judge {
  private final QueueLoad load;
  private final SendingBudget budget;
  private final BridgeProperties properties;
  private final Clock clock;

  Judge(QueueLoad load, SendingBudget budget, BridgeProperties properties, Clock clock) {
    this.load = load;
    this.budget = budget;
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

  /// Asks the budget before an attempt.
  ///
  /// @return how the lane is left if the delivery has to wait; empty: it may go
  Optional<Settlement> outOfBudget(Delivery delivery) {
    Lane lane = delivery.lane();
    if (lane.direction() != Direction.TO_WHATSAPP) {
      return Optional.empty();
    }
    return switch (budget.take(lane.tenantId(), lane.contactId())) {
      case SendingBudget.Go _ -> Optional.empty();
      case SendingBudget.CustomerWaits(var span) -> Optional.of(later(delivery, span));
      case SendingBudget.NumberWaits(var span) -> {
        load.pause(lane.queue(), span);
        yield Optional.of(later(delivery, span));
      }
    };
  }

  private Settlement later(Delivery delivery, Duration span) {
    return Settlement.untried(delivery, false, clock.instant().plus(span));
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
      case Attempt.Again _, Attempt.NotYet _, Attempt.Pending _, Attempt.Unsure _ -> attempt;
    };
  }
}
