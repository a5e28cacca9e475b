package io.agentportal.bridge;

import io.agentportal.bridge.Doubts.Doubt;
import io.agentportal.bridge.LaneStore.Held;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works one lane off: one delivery after the other, each settled durably before the next call. So
/// after a crash only the delivery that the lane names can be in doubt.
@Component
class LaneWorker {
  private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);

  /// Then another lane of the queue gets its turn.
  private static final int TURN = 8;

  private final PartnerCalls calls;
  private final Judge judge;
  private final GroupSettlement settlements;
  private final Doubts doubts;
  private final NodeLease lease;
  private final BridgeMetrics metrics;

  LaneWorker(
      PartnerCalls calls,
      Judge judge,
      GroupSettlement settlements,
      Doubts doubts,
      NodeLease lease,
      BridgeMetrics metrics) {
    this.calls = calls;
    this.judge = judge;
    this.settlements = settlements;
    this.doubts = doubts;
    this.lease = lease;
    this.metrics = metrics;
  }

  void work(Held held, Delivery first) {
    Doubt doubt = doubts.of(held);
    @Nullable Delivery next = first;
    for (int turn = 1; next != null; turn++) {
      if (!lease.isValid()) {
        // Nothing was sent: said now, since nobody could tell later.
        settle(judge.untried(next, doubt.mayHaveArrived()), false);
        return;
      }
      Optional<Settlement> rest =
          doubt.mayHaveArrived() ? Optional.empty() : judge.outOfBudget(next);
      if (rest.isPresent()) {
        settle(rest.get(), false);
        return;
      }
      next = deliver(next, doubt, turn < TURN);
      doubt = doubts.none();
    }
  }

  private @Nullable Delivery deliver(Delivery delivery, Doubt doubt, boolean inTurn) {
    long startNanos = System.nanoTime();
    Attempt attempt = calls.attempt(delivery, doubt);
    metrics.attempted(delivery, attempt, Duration.ofNanos(System.nanoTime() - startNanos));
    Settlement settlement = judge.judge(delivery, attempt);
    return settle(settlement, inTurn && lease.isValid() && judge.mayGoOn(delivery));
  }

  private @Nullable Delivery settle(Settlement settlement, boolean goOn) {
    try {
      return settlements.settle(settlement, goOn).orElse(null);
    } catch (CompletionException unwritten) {
      LOG.atDebug().setCause(unwritten).log("A lane is left to whoever takes over");
      return null;
    }
  }
}
