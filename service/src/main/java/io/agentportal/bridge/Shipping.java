package io.agentportal.bridge;

import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.StatusAdvance;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts deliveries on their lanes, in the caller's transaction.
@Component
class Shipping {
  private final DeliveryStore deliveries;
  private final LaneStore lanes;
  private final StandingLaneStore standing;
  private final Clock clock;

  Shipping(DeliveryStore deliveries, LaneStore lanes, StandingLaneStore standing, Clock clock) {
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.standing = standing;
    this.clock = clock;
  }

  /// A delivery in the making.
  ///
  /// @param sortAt the partner's time of the message
  Delivery delivery(Lane lane, UUID messageId, Instant sortAt, Payload payload) {
    Instant now = clock.instant();
    return new Delivery(lane, UuidV7.next(now), messageId, sortAt, now, 0, payload);
  }

  /// @param locked lanes that the caller changes in the same transaction: locked along, in one
  ///   order
  void ship(List<Delivery> shipped, Collection<Lane> locked) {
    if (shipped.isEmpty() && locked.isEmpty()) {
      return;
    }
    Set<Lane> touched = new LinkedHashSet<>(locked);
    shipped.forEach(delivery -> touched.add(delivery.lane()));
    lanes.wake(touched, clock.instant());
    deliveries.insert(shipped);
  }

  /// The same with lanes where a status was faster than the answer to our call: they need not wait
  /// any longer.
  void shipAndRecheck(List<Delivery> shipped, Collection<Lane> overtaken) {
    ship(shipped, overtaken);
    standing.recheckAcrossTenants(overtaken, clock.instant());
  }

  /// What Genesys has to be told of these steps: that an agent's message arrived, or that it will
  /// not. It knows nothing in between and no "read".
  List<Delivery> receipts(TenantId tenant, Collection<StatusAdvance> steps) {
    List<Delivery> receipts = new ArrayList<>();
    for (StatusAdvance step : steps) {
      String genesysId = step.genesysId();
      if (genesysId == null || !step.direction().equals("outbound")) {
        continue;
      }
      boolean failed = step.to() == MessageStatus.FAILED;
      boolean arrived =
          !failed
              && MessageStatus.SENT.advancesTo(step.to())
              && step.from().advancesTo(MessageStatus.DELIVERED);
      if (failed || arrived) {
        receipts.add(receipt(tenant, step, genesysId, failed));
      }
    }
    return receipts;
  }

  private Delivery receipt(TenantId tenant, StatusAdvance step, String genesysId, boolean failed) {
    String code = step.errorCode() == null ? "" : step.errorCode();
    String reason = step.errorText() == null ? "It could not be delivered." : step.errorText();
    return delivery(
        new Lane(tenant, step.contactId(), Direction.RECEIPTS),
        step.messageId(),
        step.at(),
        new Payload.Receipt(
            genesysId,
            step.genesysAddress(),
            step.at(),
            failed ? FailureReasons.of(code).wireName() : null,
            failed ? reason : null));
  }
}
