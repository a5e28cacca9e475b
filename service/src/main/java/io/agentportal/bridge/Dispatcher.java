package io.agentportal.bridge;

import io.agentportal.bridge.Lane.Queue;
import io.agentportal.bridge.LaneStore.Held;
import io.agentportal.bridge.LaneStore.Want;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives due lanes to workers, one virtual thread per lane. Woken by whoever makes lanes due on
/// this node; looks by itself for what other nodes left and for what rested long enough.
@Component
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final LaneClaims claims;
  private final LaneWorker worker;
  private final QueueLoad load;
  private final NodeLease lease;
  private final CredentialWatch credentials;
  private final BridgeProperties properties;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopped;

  Dispatcher(
      LaneClaims claims,
      LaneWorker worker,
      QueueLoad load,
      NodeLease lease,
      CredentialWatch credentials,
      BridgeProperties properties) {
    this.claims = claims;
    this.worker = worker;
    this.load = load;
    this.lease = lease;
    this.credentials = credentials;
    this.properties = properties;
  }

  /// These queues have something due now.
  void wake(Collection<Queue> queues) {
    if (!queues.isEmpty()) {
      load.hasWork(queues);
      news.release();
    }
  }

  /// Dispatches until stopped; run by one thread.
  void run() {
    stopped = false;
    long nextPollNanos = System.nanoTime();
    while (!stopped) {
      try {
        boolean woken = news.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        if (!lease.isValid()) {
          continue;
        }
        if (!woken || System.nanoTime() >= nextPollNanos) {
          load.hasWork(claims.due());
          nextPollNanos = System.nanoTime() + properties.poll().toNanos();
        }
        dispatch();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException outage) {
        LOG.atWarn().setCause(outage).log("Lanes cannot be claimed now");
      }
    }
  }

  /// Ends [#run]; lanes under way are finished by their workers.
  void stop() {
    stopped = true;
    news.release();
  }

  /// Lanes that wait for an admin move once something was put right.
  void lookAtCredentials() {
    credentials.look();
  }

  /// Whether no lane is being worked on.
  boolean isIdle() {
    return load.isIdle();
  }

  private void dispatch() {
    List<Want> wants = load.wants();
    if (wants.isEmpty()) {
      return;
    }
    Map<Held, Delivery> claimed = claims.claim(wants, lease.id());
    Map<Queue, Long> lanes =
        claimed.keySet().stream()
            .collect(Collectors.groupingBy(held -> held.lane().queue(), Collectors.counting()));
    wants.forEach(want -> load.claimed(want, lanes.getOrDefault(want.queue(), 0L).intValue()));
    claimed.forEach(this::start);
    if (!claimed.isEmpty()) {
      news.release();
    }
  }

  private void start(Held held, Delivery delivery) {
    Thread.ofVirtual()
        .name("lane-" + delivery.id())
        .start(() -> {
          try {
            worker.work(held, delivery);
          } finally {
            load.released(held.lane().queue());
            news.release();
          }
        });
  }
}
