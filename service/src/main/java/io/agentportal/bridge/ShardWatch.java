package io.agentportal.bridge;

import io.agentportal.webhooks.WebhookInbox;
import io.agentportal.webhooks.WebhooksArrived;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sees to it that each shard of the inbox is routed when calls arrive, by one thread at a time.
@Component
class ShardWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ShardWatch.class);

  /// Shards routed at a time; each takes a connection of the pool.
  private static final int AT_A_TIME = 4;

  private final ShardRouter router;
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final List<Shard> shards =
      IntStream.range(0, WebhookInbox.SHARDS).mapToObj(Shard::new).toList();
  private volatile boolean running;

  ShardWatch(ShardRouter router) {
    this.router = router;
  }

  void start() {
    running = true;
    lookEverywhere();
  }

  /// Routing under way comes to its end; nothing new is begun.
  void stop() {
    running = false;
    places.acquireUninterruptibly(AT_A_TIME);
    places.release(AT_A_TIME);
  }

  @EventListener
  void arrived(WebhooksArrived event) {
    event.shards().forEach(shard -> shards.get(shard).wake());
  }

  /// For what nobody announced: another node stored it, or this one was restarted.
  void lookEverywhere() {
    shards.forEach(Shard::wake);
  }

  private final class Shard {
    private final int number;

    /// News since the thread of this shard was started; zero: there is none.
    private final AtomicInteger news = new AtomicInteger();

    Shard(int number) {
      this.number = number;
    }

    void wake() {
      if (running && news.getAndIncrement() == 0) {
        Thread.ofVirtual().name("shard-" + number).start(this::route);
      }
    }

    private void route() {
      int seen;
      do {
        seen = news.get();
        routeAll();
      } while (!news.compareAndSet(seen, 0));
    }

    private void routeAll() {
      places.acquireUninterruptibly();
      try {
        boolean more = running;
        while (more) {
          more = router.route(number) > 0 && running;
        }
      } catch (RuntimeException outage) {
        LOG.atWarn().setCause(outage).addKeyValue("shard", number).log("A shard is routed later");
      } finally {
        places.release();
      }
    }
  }
}
