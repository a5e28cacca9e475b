package io.agentportal.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts and stops the bridge: routing, dispatching, settling and the node's beat.
@Component
class Bridge implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final long POLL_MILLIS = 1000;
  private static final long STOP_MILLIS = 8000;

  /// One for each task, so that none that waits for a connection delays the node's beat.
  private static final int TIMER_THREADS = 4;

  private final ShardWatch shards;
  private final ShardRouter router;
  private final Dispatcher dispatcher;
  private final GroupSettlement settlements;
  private final NodeLease node;
  private final BridgeProperties properties;
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable ScheduledExecutorService timer;

  Bridge(
      ShardWatch shards,
      ShardRouter router,
      Dispatcher dispatcher,
      GroupSettlement settlements,
      NodeLease node,
      BridgeProperties properties) {
    this.shards = shards;
    this.router = router;
    this.dispatcher = dispatcher;
    this.settlements = settlements;
    this.node = node;
    this.properties = properties;
  }

  @Override
  public void start() {
    if (!properties.enabled() || timer != null) {
      return;
    }
    ScheduledExecutorService created = Executors.newScheduledThreadPool(TIMER_THREADS);
    timer = created;
    beat();
    begin("bridge-settle", () -> settlements.run(dispatcher::wake));
    begin("bridge-dispatch", dispatcher::run);
    shards.start();
    long beatMillis = properties.lease().beat().toMillis();
    every(created, beatMillis, this::beat);
    every(created, POLL_MILLIS, shards::lookEverywhere);
    every(created, 2 * POLL_MILLIS, router::routeParked);
    every(created, 2 * POLL_MILLIS, dispatcher::lookAtCredentials);
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = timer;
    if (running == null) {
      return;
    }
    shards.stop();
    dispatcher.stop();
    awaitIdle();
    settlements.stop();
    threads.forEach(Bridge::join);
    threads.clear();
    running.shutdownNow();
    node.leave();
    timer = null;
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }

  private void beat() {
    node.beat(dispatcher.isIdle());
  }

  private void awaitIdle() {
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    while (!dispatcher.isIdle() && System.nanoTime() < endNanos) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(work));
  }

  private static void every(ScheduledExecutorService timer, long millis, Runnable work) {
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("Upkeep of the bridge is tried again");
          }
        };
    var _ = timer.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void join(Thread thread) {
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
