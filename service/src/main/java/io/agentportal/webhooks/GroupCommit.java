package io.agentportal.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets concurrent calls share one commit. A writer takes whatever is waiting: a lone call goes at
/// once, and while its commit is under way the next batch gathers by itself. Nothing waits for a
/// batch to fill.
@Component
class GroupCommit implements WebhookStore {
  private static final long LOOK_NANOS = 200_000_000;

  private final LinkedTransferQueue<Ticket> waiting = new LinkedTransferQueue<>();
  private final List<WebhookWriter> writers;
  private final List<Thread> threads = new ArrayList<>();
  private final WebhookProperties properties;
  private volatile boolean open;
  private volatile boolean ended = true;

  GroupCommit(
      WebhookEventStore events,
      ApplicationEventPublisher publisher,
      WebhookMetrics metrics,
      WebhookProperties properties) {
    this.properties = properties;
    this.writers = new ArrayList<>();
    for (int i = 0; i < properties.writers(); i++) {
      writers.add(new WebhookWriter(waiting, () -> open, events, publisher, metrics, properties));
    }
  }

  @Override
  public void store(NewWebhook call) throws NotStoredException {
    if (!open) {
      throw stopping();
    }
    var ticket = new Ticket(call, System.nanoTime() + properties.answerWithin().toNanos());
    waiting.add(ticket);
    if (ended) {
      ticket.giveUp(stopping());
    }
    ticket.await();
  }

  synchronized void start() {
    ended = false;
    open = true;
    for (int i = 0; i < writers.size(); i++) {
      threads.add(Thread.ofPlatform().name("webhook-writer-" + (i + 1)).start(writers.get(i)));
    }
    Thread.ofPlatform().daemon().name("webhook-overdue").start(this::watch);
  }

  /// Stores what was accepted, then ends the writers.
  synchronized void stop() throws InterruptedException {
    open = false;
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
    // Whoever adds a ticket from here on sees this and gives it up himself.
    ended = true;
    for (Ticket left = waiting.poll(); left != null; left = waiting.poll()) {
      left.giveUp(stopping());
    }
  }

  /// Nobody waits longer than agreed, whatever the writers are doing.
  private void watch() {
    while (!ended) {
      LockSupport.parkNanos(LOOK_NANOS);
      long now = System.nanoTime();
      waiting.forEach(ticket -> failOverdue(ticket, now));
      writers.forEach(writer -> writer.underWay().forEach(ticket -> failOverdue(ticket, now)));
    }
  }

  private void failOverdue(Ticket ticket, long nowNanos) {
    if (ticket.isOverdue(nowNanos)) {
      ticket.failed(new TimeoutException("not committed within " + properties.answerWithin()));
    }
  }

  private static NotStoredException stopping() {
    return new NotStoredException("this node is stopping", null);
  }
}
