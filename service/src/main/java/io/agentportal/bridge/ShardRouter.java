package io.agentportal.bridge;

import io.agentportal.webhooks.WebhookEvent;
import io.agentportal.webhooks.WebhookInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Routes what a shard of the inbox holds, a batch per transaction. A call that cannot be routed is
/// set aside, so that it stands in nobody's way.
@Component
class ShardRouter {
  private static final Logger LOG = LoggerFactory.getLogger(ShardRouter.class);

  private final WebhookInbox inbox;
  private final Routing routing;
  private final SetAsideStore setAside;
  private final Dispatcher dispatcher;
  private final TransactionTemplate transactions;
  private final BridgeProperties properties;

  ShardRouter(
      WebhookInbox inbox,
      Routing routing,
      SetAsideStore setAside,
      Dispatcher dispatcher,
      TransactionTemplate transactions,
      BridgeProperties properties) {
    this.inbox = inbox;
    this.routing = routing;
    this.setAside = setAside;
    this.dispatcher = dispatcher;
    this.transactions = transactions;
    this.properties = properties;
  }

  private record Routed(int calls, Set<Lane.Queue> fed) {}

  /// Routes one batch.
  ///
  /// @return how many calls were taken; zero: nothing there, or another node has the shard
  /// @throws DataAccessException if the database cannot take it now
  int route(int shard) {
    try {
      return route(shard, properties.batch(), _ -> {});
    } catch (RuntimeException failure) {
      if (Outage.isOne(failure)) {
        throw failure;
      }
      return isolate(shard, failure);
    }
  }

  /// Statuses that waited for their message.
  void routeParked() {
    dispatcher.wake(Objects.requireNonNull(transactions.execute(_ -> routing.routeParked())));
  }

  /// @param taken is told what was taken, before it is routed
  private int route(int shard, int limit, Consumer<List<WebhookEvent>> taken) {
    Routed routed =
        Objects.requireNonNull(
            transactions.execute(_ -> {
              List<WebhookEvent> events = inbox.takeAcrossTenants(shard, limit);
              taken.accept(events);
              if (events.isEmpty()) {
                return new Routed(0, Set.of());
              }
              Set<Lane.Queue> fed = routing.route(events);
              inbox.routed(events);
              return new Routed(events.size(), fed);
            }));
    dispatcher.wake(routed.fed());
    return routed.calls();
  }

  /// One call at a time, until the one that cannot be routed is out of the way.
  private int isolate(int shard, RuntimeException failure) {
    LOG.atWarn()
        .setCause(failure)
        .addKeyValue("shard", shard)
        .log("A batch of webhook calls cannot be routed; each is routed by itself");
    int handled = 0;
    while (handled < properties.batch()) {
      List<WebhookEvent> taken = new ArrayList<>();
      try {
        if (route(shard, 1, taken::addAll) == 0) {
          return handled;
        }
      } catch (RuntimeException each) {
        if (Outage.isOne(each) || taken.isEmpty()) {
          throw each;
        }
        setAside(shard, taken.getFirst().id(), each);
      }
      handled++;
    }
    return handled;
  }

  /// Unless another node was faster: the first call of the shard is then another one.
  private void setAside(int shard, long eventId, RuntimeException failure) {
    transactions.executeWithoutResult(_ -> {
      List<WebhookEvent> poisoned =
          inbox.takeAcrossTenants(shard, 1).stream().filter(each -> each.id() == eventId).toList();
      for (WebhookEvent event : poisoned) {
        LOG.atError()
            .setCause(failure)
            .addKeyValue("tenant", event.tenantId())
            .addKeyValue("event", event.id())
            .log("A webhook call cannot be routed and is set aside");
        setAside.keep(
            List.of(
                new Intake.SetAside(
                    event.tenantId(),
                    event.id(),
                    event.source().name(),
                    "the portal could not process it",
                    "")));
      }
      inbox.routed(poisoned);
    });
  }
}
