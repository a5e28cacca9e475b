package io.agentportal.webhooks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets concurrent calls share one commit. A writer takes whatever is waiting: a lone call goes at
/// once, and while its commit is under way the next batch gathers by itself. Nothing waits for a
/// batch to fill.
@Component
class GroupCommit implements WebhookStore {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final LinkedTransferQueue<Ticket> waiting = new LinkedTransferQueue<>();
  private final List<Thread> writers = new ArrayList<>();
  private final WebhookEventStore events;
  private final ApplicationEventPublisher publisher;
  private final WebhookMetrics metrics;
  private final WebhookProperties properties;
  private volatile boolean open;

  GroupCommit(
      WebhookEventStore events,
      ApplicationEventPublisher publisher,
      WebhookMetrics metrics,
      WebhookProperties properties) {
    this.events = events;
    this.publisher = publisher;
    this.metrics = metrics;
    this.properties = properties;
  }

  @Override
  public void store(NewWebhook call) throws NotStoredException {
    if (!open) {
      throw new NotStoredException("this node is stopping", null);
    }
    var ticket = new Ticket(call);
    waiting.add(ticket);
    ticket.await(properties.answerWithin());
  }

  synchronized void start() {
    open = true;
    for (int i = 1; i <= properties.writers(); i++) {
      writers.add(Thread.ofPlatform().name("webhook-writer-" + i).start(this::write));
    }
  }

  /// Stores what was accepted, then ends the writers.
  synchronized void stop() throws InterruptedException {
    open = false;
    for (Thread writer : writers) {
      writer.join();
    }
    writers.clear();
  }

  private void write() {
    var batch = new ArrayList<Ticket>();
    while (gather(batch)) {
      if (!batch.isEmpty()) {
        commit(batch);
        batch.clear();
      }
    }
  }

  /// False: closed and nothing left. A true may come with an empty batch.
  private boolean gather(List<Ticket> batch) {
    try {
      Ticket next = waiting.poll(100, TimeUnit.MILLISECONDS);
      if (next == null) {
        return open;
      }
      long room = properties.batchSize().toBytes();
      while (next != null) {
        if (next.take()) {
          batch.add(next);
          room -= next.call().body().length;
        }
        next = room > 0 && batch.size() < properties.batchCalls() ? waiting.poll() : null;
      }
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  private void commit(List<Ticket> batch) {
    try {
      append(batch);
    } catch (SQLException | RuntimeException failure) {
      if (batch.size() > 1 && PoisonousRow.suspectedIn(failure)) {
        batch.forEach(ticket -> commit(List.of(ticket)));
        return;
      }
      LOG.atWarn()
          .addKeyValue("calls", batch.size())
          .setCause(failure)
          .log("webhooks were not stored; their senders were told to repeat them");
      batch.forEach(ticket -> ticket.failed(failure));
    }
  }

  private void append(List<Ticket> batch) throws SQLException {
    long started = System.nanoTime();
    events.appendAcrossTenants(batch.stream().map(Ticket::call).toList());
    metrics.committed(batch.size(), System.nanoTime() - started);
    batch.forEach(Ticket::stored);
    announce(batch);
  }

  private void announce(List<Ticket> batch) {
    Set<Integer> shards = new HashSet<>();
    for (Ticket ticket : batch) {
      shards.add(ticket.call().shard());
    }
    try {
      publisher.publishEvent(new WebhooksArrived(shards));
    } catch (RuntimeException failure) {
      // What is stored stays stored; the inbox is polled as well.
      LOG.atError().setCause(failure).log("a listener to arrived webhooks failed");
    }
  }
}
