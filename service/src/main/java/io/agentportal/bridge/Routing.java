package io.agentportal.bridge;

import io.agentportal.bridge.Intake.Incoming;
import io.agentportal.conversations.AgentReply;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.ReceivedMessage;
import io.agentportal.conversations.Recorded;
import io.agentportal.conversations.StatusAdvance;
import io.agentportal.conversations.Transcript;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Turns stored webhook calls into transcript and deliveries, within the caller's transaction and
/// with a handful of statements for any number of calls.
///
/// Statuses go before messages, all tenants' statuses before any tenant's messages: rows are locked
/// in the same order by everybody who writes.
@Component
class Routing {
  private final WebhookReading reading;
  private final Transcript transcript;
  private final Shipping shipping;
  private final LaneStore lanes;
  private final SetAsideStore setAside;
  private final Clock clock;

  Routing(
      WebhookReading reading,
      Transcript transcript,
      Shipping shipping,
      LaneStore lanes,
      SetAsideStore setAside,
      Clock clock) {
    this.reading = reading;
    this.transcript = transcript;
    this.shipping = shipping;
    this.lanes = lanes;
    this.setAside = setAside;
    this.clock = clock;
  }

  /// Routes these calls, in the order of their storing.
  ///
  /// @return the queues that got something to do
  Set<Lane.Queue> route(List<WebhookEvent> events) {
    Intake intake = reading.read(events);
    List<Delivery> deliveries = new ArrayList<>();
    intake.byTenant().forEach((tenant, share) -> deliveries.addAll(advance(tenant, share)));
    intake.byTenant().forEach((tenant, share) -> deliveries.addAll(record(tenant, share)));
    shipping.ship(deliveries, List.of());
    setAside.keepNotices(intake.notices());
    setAside.keep(intake.setAside());
    return deliveries.stream().map(each -> each.lane().queue()).collect(Collectors.toSet());
  }

  private List<Delivery> advance(TenantId tenant, Intake.Share share) {
    List<StatusAdvance> steps = transcript.advance(tenant, share.statuses());
    Set<UUID> overtaken =
        steps.stream()
            .filter(step -> step.from() == MessageStatus.QUEUED)
            .map(StatusAdvance::contactId)
            .collect(Collectors.toSet());
    if (!overtaken.isEmpty()) {
      lanes.recheckWhatsApp(tenant, overtaken, clock.instant());
    }
    return shipping.receipts(tenant, steps);
  }

  private List<Delivery> record(TenantId tenant, Intake.Share share) {
    List<Delivery> deliveries = new ArrayList<>();
    List<Incoming> messages = share.inOrderOfSending();
    List<Recorded> received =
        transcript.receive(tenant, messages.stream().map(Incoming::message).toList());
    for (int i = 0; i < received.size(); i++) {
      if (received.get(i).isNew() && !messages.get(i).message().fromStaff()) {
        deliveries.add(toGenesys(tenant, received.get(i), messages.get(i)));
      }
    }
    List<AgentReply> replies = share.repliesInOrderOfSending();
    List<Recorded> answered = transcript.answer(tenant, replies);
    for (int i = 0; i < answered.size(); i++) {
      if (answered.get(i).isNew()) {
        deliveries.addAll(toWhatsApp(tenant, answered.get(i), replies.get(i)));
      }
    }
    return deliveries;
  }

  private Delivery toGenesys(TenantId tenant, Recorded recorded, Incoming incoming) {
    ReceivedMessage message = incoming.message();
    Recorded.Person contact = recorded.contact();
    return shipping.delivery(
        new Lane(tenant, contact.id(), Direction.TO_GENESYS),
        recorded.messageId(),
        message.sentAt(),
        new Payload.CustomerText(
            contact.genesysAddress(),
            contact.name(),
            message.wamid(),
            message.sentAt(),
            message.text(),
            message.kind(),
            message.phoneNumberId(),
            incoming.attributes()));
  }

  private List<Delivery> toWhatsApp(TenantId tenant, Recorded recorded, AgentReply reply) {
    Recorded.Person contact = recorded.contact();
    Lane lane = new Lane(tenant, contact.id(), Direction.TO_WHATSAPP);
    List<String> parts = TextSplitter.split(reply.text());
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      deliveries.add(
          shipping.delivery(
              lane,
              recorded.messageId(),
              reply.sentAt(),
              new Payload.AgentText(
                  contact.phone(),
                  contact.userId(),
                  recorded.phoneNumberId(),
                  parts.get(i),
                  i + 1,
                  parts.size())));
    }
    return deliveries;
  }

  /// Statuses that came before their message was known, now that it may be.
  Set<Lane.Queue> routeParked() {
    Map<TenantId, List<StatusAdvance>> steps = transcript.applyParkedAcrossTenants();
    List<Delivery> receipts = new ArrayList<>();
    steps.forEach((tenant, each) -> receipts.addAll(shipping.receipts(tenant, each)));
    shipping.ship(receipts, List.of());
    return receipts.stream().map(each -> each.lane().queue()).collect(Collectors.toSet());
  }
}
