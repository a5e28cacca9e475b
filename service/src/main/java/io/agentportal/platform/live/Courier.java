package io.agentportal.platform.live;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Carries activities to one destination on a thread of its own, coalesced: whoever reports a
/// change never waits for it.
final class Courier implements AutoCloseable {
  private final Coalescer coalescer;
  private final Consumer<List<Activity>> destination;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// @param destination takes one activity for each of some tenants; must not throw
  Courier(String name, Duration interval, Consumer<List<Activity>> destination) {
    this.coalescer = new Coalescer(interval);
    this.destination = destination;
    this.thread = Thread.ofVirtual().name(name).start(this::carry);
  }

  void add(Activity activity) {
    coalescer.add(activity);
    news.release();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void carry() {
    try {
      while (!closed) {
        await();
        List<Activity> due = coalescer.take(System.nanoTime());
        if (!due.isEmpty()) {
          destination.accept(due);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void await() throws InterruptedException {
    OptionalLong nanos = coalescer.nanosUntilNext(System.nanoTime());
    if (nanos.isEmpty()) {
      news.acquire();
    } else if (nanos.getAsLong() > 0) {
      TimeUnit.NANOSECONDS.sleep(nanos.getAsLong());
    }
    news.drainPermits();
  }
}
