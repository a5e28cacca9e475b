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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final StandingLaneStore lanes;
  private final SetAsideStore setAside;
  private final Clock clock;

  Routing(
      WebhookReading reading,
      Transcript transcript,
      Shipping shipping,
      StandingLaneStore lanes,
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
    Set<Lane> overtaken = new LinkedHashSet<>();
    intake
        .byTenant()
        .forEach((tenant, share) -> deliveries.addAll(advance(tenant, share, overtaken)));
    intake.byTenant().forEach((tenant, share) -> deliveries.addAll(record(tenant, share)));
    shipping.ship(deliveries, overtaken);
    lanes.recheckAcrossTenants(overtaken, clock.instant());
    setAside.keepNotices(intake.notices());
    setAside.keep(intake.setAside());
    return deliveries.stream().map(each -> each.lane().queue()).collect(Collectors.toSet());
  }

  /// @param overtaken gets the lanes where a status was faster than the answer to our call
  private List<Delivery> advance(TenantId tenant, Intake.Share share, Set<Lane> overtaken) {
    List<StatusAdvance> steps = transcript.advance(tenant, share.statuses());
    for (StatusAdvance step : steps) {
      if (step.from() == MessageStatus.QUEUED) {
        overtaken.add(new Lane(tenant, step.contactId(), Direction.TO_WHATSAPP));
      }
    }
    return shipping.receipts(tenant, steps);
  }

  private List<Delivery> record(TenantId tenant, Intake.Share share) {
    List<Delivery> deliveries = new ArrayList<>();
    List<Incoming> messages = share.inOrderOfSending();
    List<AgentReply> replies = share.repliesInOrderOfSending();
    List<Recorded> recorded =
        transcript.record(tenant, messages.stream().map(Incoming::message).toList(), replies);
    List<Recorded> received = recorded.subList(0, messages.size());
    for (int i = 0; i < received.size(); i++) {
      if (received.get(i).isNew() && !messages.get(i).message().fromStaff()) {
        deliveries.add(toGenesys(tenant, received.get(i), messages.get(i)));
      }
    }
    List<Recorded> answered = recorded.subList(messages.size(), recorded.size());
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
