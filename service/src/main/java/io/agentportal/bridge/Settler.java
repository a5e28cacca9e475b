package io.agentportal.bridge;

import io.agentportal.bridge.DeliveryStore.Casualty;
import io.agentportal.bridge.LaneStore.Doubting;
import io.agentportal.bridge.LaneStore.Held;
import io.agentportal.bridge.LaneStore.Setting;
import io.agentportal.bridge.Settlement.Dead;
import io.agentportal.bridge.Settlement.Finished;
import io.agentportal.bridge.Settlement.Waiting;
import io.agentportal.conversations.StatusAdvance;
import io.agentportal.conversations.Transcript;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what came of attempts, many at a time: message, history, lane and the next delivery of
/// the lane in one transaction. Only lanes that this node still has are written; what another node
/// took over in the meantime is that node's to find out.
///
/// Locks in the order of every writer: messages, conversations, lanes, deliveries.
@Component
class Settler {
  private final Transcript transcript;
  private final Shipping shipping;
  private final LaneStore lanes;
  private final DeliveryStore deliveries;
  private final Clock clock;

  Settler(
      Transcript transcript,
      Shipping shipping,
      LaneStore lanes,
      DeliveryStore deliveries,
      Clock clock) {
    this.transcript = transcript;
    this.shipping = shipping;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /// One settlement and the wish of whoever works on the lane.
  ///
  /// @param goOn whether the worker would make the lane's next delivery right away
  record Request(Settlement settlement, boolean goOn) {
    Lane lane() {
      return settlement.delivery().lane();
    }
  }

  /// What a batch led to.
  ///
  /// @param next the lanes that this node goes on with, and what it has to deliver there
  /// @param lost lanes that are no longer this node's: nothing of the batch was written
  /// @param fed queues that got receipts
  record Outcome(Map<Lane, Delivery> next, Set<Lane> lost, Set<Lane.Queue> fed) {}

  /// Settles in the caller's transaction, which has to be rolled back if lanes are lost.
  Outcome settle(List<Request> requests, UUID node) {
    Instant now = clock.instant();
    Map<TenantId, List<StatusAdvance>> steps =
        transcript.settleAcrossTenants(
            requests.stream()
                .map(request -> request.settlement().progress())
                .filter(Objects::nonNull)
                .toList());
    List<Lane> touched = requests.stream().map(Request::lane).toList();
    List<Delivery> receipts = new ArrayList<>();
    steps.forEach((tenant, each) -> receipts.addAll(shipping.receipts(tenant, each)));
    shipping.ship(receipts, touched);

    Set<Lane> lost = new HashSet<>(touched);
    lost.removeAll(lanes.lockOwned(touched, node));
    if (!lost.isEmpty()) {
      return new Outcome(Map.of(), lost, Set.of());
    }
    writeDeliveries(requests, now);
    Map<Lane, Delivery> next = setLanes(requests, now);
    Set<Lane.Queue> fed = new HashSet<>();
    receipts.forEach(receipt -> fed.add(receipt.lane().queue()));
    return new Outcome(next, Set.of(), fed);
  }

  private void writeDeliveries(List<Request> requests, Instant now) {
    List<Delivery> finished = new ArrayList<>();
    List<Casualty> dead = new ArrayList<>();
    Map<Delivery, Integer> attempts = new LinkedHashMap<>();
    for (Request request : requests) {
      Delivery delivery = request.settlement().delivery();
      switch (request.settlement().next()) {
        case Finished _ -> finished.add(delivery);
        case Dead(var code, var reason) ->
            dead.add(new Casualty(delivery, delivery.attempts() + 1, code, reason));
        case Waiting(_, var count, _, _) -> attempts.put(delivery, count);
      }
    }
    deliveries.delete(finished);
    deliveries.bury(dead, now);
    deliveries.countAttempts(attempts);
  }

  private Map<Lane, Delivery> setLanes(List<Request> requests, Instant now) {
    Map<Lane, Delivery> heads =
        deliveries.heads(
            requests.stream()
                .filter(request -> !(request.settlement().next() instanceof Waiting))
                .map(request -> new Held(request.lane(), null, null))
                .toList());
    Map<Lane, Delivery> next = new LinkedHashMap<>();
    List<Setting> settings = new ArrayList<>();
    for (Request request : requests) {
      Delivery head = heads.get(request.lane());
      settings.add(setting(request, head, now));
      if (head != null && request.goOn()) {
        next.put(request.lane(), head);
      }
    }
    lanes.set(settings, now);
    return next;
  }

  private static Setting setting(Request request, @Nullable Delivery head, Instant now) {
    if (request.settlement().next() instanceof Waiting(var dueAt, _, var doubt, var blocked)) {
      UUID sending = doubt == Doubting.NO ? null : request.settlement().delivery().id();
      return new Setting(request.lane(), false, dueAt, sending, doubt, blocked);
    }
    if (head == null) {
      return new Setting(request.lane(), false, null, null, Doubting.NO, false);
    }
    return request.goOn()
        ? new Setting(request.lane(), true, null, head.id(), Doubting.NO, false)
        : new Setting(request.lane(), false, now, null, Doubting.NO, false);
  }
}
