package io.agentportal.webhooks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/// Takes whatever is waiting and commits it together, again and again. Nothing that goes wrong with
/// a batch ends it: calls would be accepted and never stored.
final class WebhookWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWriter.class);
  private static final long LOOK_MILLIS = 100;
  private static final int GIVE_WAY = 3;

  private final BlockingQueue<Ticket> waiting;
  private final BooleanSupplier open;
  private final WebhookEventStore events;
  private final ApplicationEventPublisher publisher;
  private final WebhookMetrics metrics;
  private final WebhookProperties properties;
  private volatile List<Ticket> underWay = List.of();

  WebhookWriter(
      BlockingQueue<Ticket> waiting,
      BooleanSupplier open,
      WebhookEventStore events,
      ApplicationEventPublisher publisher,
      WebhookMetrics metrics,
      WebhookProperties properties) {
    this.waiting = waiting;
    this.open = open;
    this.events = events;
    this.publisher = publisher;
    this.metrics = metrics;
    this.properties = properties;
  }

  /// The batch that is being committed; nobody changes the list any more.
  List<Ticket> underWay() {
    return underWay;
  }

  /// Returns when it is closed and nothing is left.
  @Override
  public void run() {
    boolean more = true;
    while (more) {
      try {
        more = writeOnce();
      } catch (InterruptedException _) {
        more = false;
      } catch (Throwable failure) {
        // The edge of this thread: an Error too must not leave the calls without a writer.
        underWay.forEach(ticket -> ticket.failed(failure));
        LOG.atError().setCause(failure).log("a writer of webhooks failed and goes on");
      }
    }
  }

  private boolean writeOnce() throws InterruptedException {
    List<Ticket> batch = gather();
    if (batch.isEmpty()) {
      return open.getAsBoolean();
    }
    commit(batch);
    underWay = List.of();
    return true;
  }

  /// Empty when nothing came for a while.
  private List<Ticket> gather() throws InterruptedException {
    var batch = new ArrayList<Ticket>(properties.batchCalls());
    try {
      long room = properties.batchSize().toBytes();
      Ticket next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      giveWay();
      while (next != null) {
        if (next.take()) {
          batch.add(next);
          room -= next.call().body().length;
        }
        next = room > 0 && batch.size() < properties.batchCalls() ? waiting.poll() : null;
      }
      return batch;
    } finally {
      underWay = batch;
    }
  }

  /// Lets calls that only wait for a processor come first, so that they share this commit. Where
  /// processors are free, this takes a microsecond.
  @SuppressWarnings("ThreadPriorityCheck") // Only how many share a commit depends on it.
  private static void giveWay() {
    for (int i = 0; i < GIVE_WAY; i++) {
      Thread.yield();
    }
  }

  private void commit(List<Ticket> batch) {
    try {
      append(batch);
    } catch (SQLException | RuntimeException failure) {
      if (PoisonousRow.suspectedIn(failure)) {
        batch.forEach(this::commitAlone);
        return;
      }
      fail(batch, failure);
    }
  }

  /// The second try of a call whose batch was refused; also of one that was alone in it, because a
  /// partition made in that moment is a reason to refuse too.
  private void commitAlone(Ticket ticket) {
    List<Ticket> batch = List.of(ticket);
    try {
      append(batch);
    } catch (SQLException | RuntimeException failure) {
      fail(batch, failure);
    }
  }

  private static void fail(List<Ticket> batch, Exception failure) {
    batch.forEach(ticket -> ticket.failed(failure));
    LOG.atWarn()
        .addKeyValue("calls", batch.size())
        .setCause(failure)
        .log("webhooks were not stored; their senders were told to repeat them");
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
