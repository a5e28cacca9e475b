package io.agentportal.bridge;

import io.agentportal.bridge.Settler.Outcome;
import io.agentportal.bridge.Settler.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets concurrent settlements share one transaction: whatever has come together while the one
/// before was being written. Nobody waits for company.
@Component
class GroupSettlement {
  private static final Logger LOG = LoggerFactory.getLogger(GroupSettlement.class);
  private static final int MOST = 256;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Settler settler;
  private final NodeLease lease;
  private final TransactionTemplate transactions;
  private final BlockingQueue<Waiter> waiting = new LinkedBlockingQueue<>();
  private volatile boolean stopped;

  GroupSettlement(Settler settler, NodeLease lease, TransactionTemplate transactions) {
    this.settler = settler;
    this.lease = lease;
    this.transactions = transactions;
  }

  private record Waiter(Request request, CompletableFuture<Optional<Delivery>> answer) {
    Lane lane() {
      return request.lane();
    }

    /// The lane is handed back where the lease ran out while this waited for the database.
    Request request(boolean leaseIsValid) {
      return leaseIsValid ? request : new Request(request.settlement(), false);
    }
  }

  /// Settles and waits until it is durable.
  ///
  /// @return the next delivery of the lane; empty if this node is done with the lane
  /// @throws java.util.concurrent.CompletionException if it could not be written: the lane still
  ///   names what it was sending, and is looked at again when this node's lease ends
  Optional<Delivery> settle(Settlement settlement, boolean goOn) {
    Waiter waiter = new Waiter(new Request(settlement, goOn), new CompletableFuture<>());
    waiting.add(waiter);
    return waiter.answer().join();
  }

  /// Writes until stopped; run by one thread.
  void run(Consumer<Set<Lane.Queue>> fed) {
    stopped = false;
    List<Waiter> batch = new ArrayList<>();
    while (!stopped || !waiting.isEmpty()) {
      try {
        Waiter first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        waiting.drainTo(batch, MOST - 1);
        write(List.copyOf(batch), fed);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        stopped = true;
      } finally {
        batch.clear();
      }
    }
  }

  /// Ends [#run] once nothing waits.
  void stop() {
    stopped = true;
  }

  private void write(List<Waiter> batch, Consumer<Set<Lane.Queue>> fed)
      throws InterruptedException {
    while (true) {
      try {
        answer(batch, fed);
        return;
      } catch (RuntimeException failure) {
        if (!Outage.isOne(failure)) {
          isolate(batch, fed, failure);
          return;
        }
        LOG.atWarn().setCause(failure).log("What came of attempts could not be written yet");
        if (stopped && !lease.isValid()) {
          batch.forEach(each -> each.answer().completeExceptionally(failure));
          return;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void isolate(List<Waiter> batch, Consumer<Set<Lane.Queue>> fed, RuntimeException poison)
      throws InterruptedException {
    if (batch.size() == 1) {
      LOG.atError().setCause(poison).log("What came of an attempt cannot be written");
      batch.getFirst().answer().completeExceptionally(poison);
      return;
    }
    for (Waiter each : batch) {
      write(List.of(each), fed);
    }
  }

  private void answer(List<Waiter> batch, Consumer<Set<Lane.Queue>> fed) {
    List<Waiter> ours = new ArrayList<>(batch);
    while (!ours.isEmpty()) {
      Outcome outcome = settle(ours);
      if (outcome.lost().isEmpty()) {
        ours.forEach(
            each -> each.answer().complete(Optional.ofNullable(outcome.next().get(each.lane()))));
        fed.accept(outcome.fed());
        return;
      }
      for (Waiter each : List.copyOf(ours)) {
        if (outcome.lost().contains(each.lane())) {
          ours.remove(each);
          each.answer().complete(Optional.empty());
        }
      }
    }
  }

  private Outcome settle(List<Waiter> waiters) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          boolean valid = lease.isValid();
          Outcome outcome =
              settler.settle(
                  waiters.stream().map(each -> each.request(valid)).toList(), lease.id());
          if (!outcome.lost().isEmpty()) {
            status.setRollbackOnly();
          }
          return outcome;
        }));
  }
}
