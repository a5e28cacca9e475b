package io.agentportal.bridge;

import io.agentportal.bridge.Lane.Queue;
import io.agentportal.bridge.LaneStore.Doubting;
import io.agentportal.bridge.LaneStore.Held;
import io.agentportal.bridge.LaneStore.Setting;
import io.agentportal.bridge.LaneStore.Want;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes lanes for a node. In the same transaction each lane names the delivery that will be on its
/// way: that is the durable mark before the call, at the cost of no write of its own.
@Component
class LaneClaims {
  private final LaneStore lanes;
  private final DeliveryStore deliveries;
  private final TransactionTemplate transactions;
  private final Clock clock;

  LaneClaims(
      LaneStore lanes, DeliveryStore deliveries, TransactionTemplate transactions, Clock clock) {
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.clock = clock;
  }

  List<Queue> due() {
    return lanes.dueAcrossTenants(clock.instant());
  }

  /// Takes due lanes, each with the delivery to make next.
  Map<Held, Delivery> claim(List<Want> wants, UUID node) {
    return Objects.requireNonNull(transactions.execute(_ -> claimWithin(wants, node)));
  }

  private Map<Held, Delivery> claimWithin(List<Want> wants, UUID node) {
    Instant now = clock.instant();
    List<Held> held = lanes.claimAcrossTenants(wants, node, now);
    // A second statement, since the first one's view of deliveries is older than its locks.
    Map<Lane, Delivery> heads = deliveries.heads(held);
    Map<Held, Delivery> claimed = new LinkedHashMap<>();
    List<Setting> settings = new ArrayList<>();
    for (Held each : held) {
      Delivery head = heads.get(each.lane());
      settings.add(setting(each, head, now));
      if (head != null) {
        claimed.put(each, head);
      }
    }
    lanes.set(settings, now);
    return claimed;
  }

  /// A lane without work is let go; one whose doubtful delivery is gone is looked at again without.
  private static Setting setting(Held held, @Nullable Delivery head, Instant now) {
    if (head != null) {
      Doubting doubt = held.sending() == null ? Doubting.NO : Doubting.STILL;
      return new Setting(held.lane(), true, null, head.id(), doubt, false);
    }
    Instant dueAt = held.sending() == null ? null : now;
    return new Setting(held.lane(), false, dueAt, null, Doubting.NO, false);
  }
}
