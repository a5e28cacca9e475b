package io.agentportal.webhooks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One call on its way through [GroupCommit]: its thread waits here for the writer's word.
final class Ticket {
  private enum State {
    WAITING,
    TAKEN,
    GIVEN_UP
  }

  private final NewWebhook call;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile @Nullable Exception failure;

  Ticket(NewWebhook call) {
    this.call = call;
  }

  NewWebhook call() {
    return call;
  }

  /// False: its caller has given up, so storing it would only make a duplicate.
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  void stored() {
    answered.countDown();
  }

  void failed(Exception cause) {
    failure = cause;
    answered.countDown();
  }

  void await(Duration longest) throws NotStoredException {
    try {
      if (!answered.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        state.compareAndSet(State.WAITING, State.GIVEN_UP);
        throw new NotStoredException("not committed within " + longest, null);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new NotStoredException("interrupted while waiting for the commit", interruption);
    }
    if (failure != null) {
      throw new NotStoredException("the database did not take it", failure);
    }
  }
}
