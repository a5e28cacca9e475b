package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One console that listens. Holds at most one activity that was not written yet: a slow reader
/// gets fewer updates, not older ones, and costs no memory.
final class LiveStream {

  /// What a stream has to do next.
  sealed interface Turn {
    record Write(Activity activity) implements Turn {}

    record Idle() implements Turn {}

    record End() implements Turn {}
  }

  private final TenantId tenantId;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Activity waiting;
  private boolean closed;

  LiveStream(TenantId tenantId) {
    this.tenantId = tenantId;
  }

  TenantId tenantId() {
    return tenantId;
  }

  /// Never waits for the reader.
  void offer(Activity activity) {
    lock.lock();
    try {
      waiting = waiting == null ? activity : waiting.and(activity);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for something to do.
  ///
  /// @param patience `Idle` when it is over, even if something is waiting: no stream is so busy
  ///   that it forgets its heartbeat
  Turn await(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanosLeft = patience.toNanos();
      while (waiting == null && !closed && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      if (closed) {
        return new Turn.End();
      }
      if (waiting == null || nanosLeft <= 0) {
        return new Turn.Idle();
      }
      Turn write = new Turn.Write(waiting);
      waiting = null;
      return write;
    } finally {
      lock.unlock();
    }
  }
}
