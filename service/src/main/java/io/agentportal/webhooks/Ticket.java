package io.agentportal.webhooks;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One call on its way through [GroupCommit]: the thread that made the ticket waits here for the
/// writer's word. It waits without a timer of its own: setting and clearing one costs more than
/// reading the call. [GroupCommit] fails the overdue ones.
final class Ticket {
  private enum State {
    WAITING,
    TAKEN,
    STORED,
    FAILED
  }

  private final NewWebhook call;
  private final long dueNanos;
  private final Thread caller = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile @Nullable Throwable failure;

  /// @param dueNanos as [System#nanoTime]: when the caller wants an answer, whatever it is
  Ticket(NewWebhook call, long dueNanos) {
    this.call = call;
    this.dueNanos = dueNanos;
  }

  NewWebhook call() {
    return call;
  }

  boolean isOverdue(long nowNanos) {
    return nowNanos - dueNanos > 0;
  }

  /// False: its caller has been answered, so storing it would only make a duplicate.
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /// Fails it unless a writer has it, who will answer.
  void giveUp(Throwable cause) {
    failure = cause;
    if (state.compareAndSet(State.WAITING, State.FAILED)) {
      LockSupport.unpark(caller);
    }
  }

  void stored() {
    if (state.compareAndSet(State.TAKEN, State.STORED)) {
      LockSupport.unpark(caller);
    }
  }

  /// Without effect on a call that has its answer. One that a writer has may yet be stored: its
  /// partner repeats it, and message ids make the second one harmless.
  void failed(Throwable cause) {
    giveUp(cause);
    if (state.compareAndSet(State.TAKEN, State.FAILED)) {
      LockSupport.unpark(caller);
    }
  }

  /// To be called by the thread that made the ticket.
  void await() throws NotStoredException {
    while (isOpen()) {
      LockSupport.park(this);
      if (Thread.currentThread().isInterrupted()) {
        failed(new InterruptedException("while waiting for the commit"));
      }
    }
    if (state.get() == State.FAILED) {
      throw new NotStoredException("the database did not take it", failure);
    }
  }

  private boolean isOpen() {
    State seen = state.get();
    return seen == State.WAITING || seen == State.TAKEN;
  }
}
