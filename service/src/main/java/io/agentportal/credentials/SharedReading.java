package io.agentportal.credentials;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Reads something anew for many callers at once: who comes while a reading runs is content with
/// the next one, and between two of them there is a pause.
final class SharedReading {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ReentrantLock lock = new ReentrantLock();
  private long startedNanos;
  private boolean started;

  /// Returns once a reading has ended that began after this call.
  void run(Runnable reading) {
    long askedNanos = System.nanoTime();
    lock.lock();
    try {
      if (started && startedNanos - askedNanos > 0) {
        return;
      }
      pause();
      startedNanos = System.nanoTime();
      started = true;
      reading.run();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    long leftNanos = started ? startedNanos + PAUSE.toNanos() - System.nanoTime() : 0;
    if (leftNanos > 0) {
      try {
        Thread.sleep(Duration.ofNanos(leftNanos));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
