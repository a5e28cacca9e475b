package io.agentportal.bridge;

import io.agentportal.bridge.Intake.Incoming;
import io.agentportal.bridge.Intake.Outgoing;
import io.agentportal.bridge.courtesy.AgentSeen;
import io.agentportal.bridge.mapping.CustomerPart;
import io.agentportal.conversations.AgentReply;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.ReceivedMessage;
import io.agentportal.conversations.Recorded;
import io.agentportal.conversations.StatusAdvance;
import io.agentportal.conversations.Transcript;
import io.agentportal.media.ExpectedFile;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  private final AnnouncedFiles files;
  private final SetAsideStore setAside;
  private final ApplicationEventPublisher events;

  Routing(
      WebhookReading reading,
      Transcript transcript,
      Shipping shipping,
      AnnouncedFiles files,
      SetAsideStore setAside,
      ApplicationEventPublisher events) {
    this.reading = reading;
    this.transcript = transcript;
    this.shipping = shipping;
    this.files = files;
    this.setAside = setAside;
    this.events = events;
  }

  /// Routes these calls, in the order of their storing.
  ///
  /// @return the queues that got something to do
  Set<Lane.Queue> route(List<WebhookEvent> calls) {
    Intake intake = reading.read(calls);
    List<Delivery> deliveries = new ArrayList<>();
    Set<Lane> overtaken = new LinkedHashSet<>();
    intake
        .byTenant()
        .forEach((tenant, share) -> deliveries.addAll(advance(tenant, share, overtaken)));
    intake.byTenant().forEach((tenant, share) -> deliveries.addAll(record(tenant, share)));
    shipping.shipAndRecheck(deliveries, overtaken);
    intake.signs().forEach(events::publishEvent);
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
    List<ExpectedFile> expected = new ArrayList<>();
    List<Incoming> messages = share.inOrderOfSending();
    List<Outgoing> replies = share.repliesInOrderOfSending();
    List<Recorded> recorded =
        transcript.record(
            tenant,
            messages.stream().map(Incoming::message).toList(),
            replies.stream().map(Outgoing::reply).toList());
    List<Recorded> received = recorded.subList(0, messages.size());
    for (int i = 0; i < received.size(); i++) {
      if (received.get(i).isNew()) {
        ExpectedFile file = files.expected(received.get(i), messages.get(i)).orElse(null);
        if (file != null) {
          expected.add(file);
        }
        if (!messages.get(i).message().fromStaff()) {
          deliveries.add(toGenesys(tenant, received.get(i), messages.get(i), file));
        }
      }
    }
    List<Recorded> answered = recorded.subList(messages.size(), recorded.size());
    for (int i = 0; i < answered.size(); i++) {
      if (answered.get(i).isNew()) {
        if (!replies.get(i).reply().byBot()) {
          events.publishEvent(
              new AgentSeen(tenant, answered.get(i).contact().genesysAddress(), false));
        }
        deliveries.addAll(toWhatsApp(tenant, answered.get(i), replies.get(i), expected));
      }
    }
    files.expect(tenant, expected);
    return deliveries;
  }

  private Delivery toGenesys(
      TenantId tenant, Recorded recorded, Incoming incoming, @Nullable ExpectedFile file) {
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
            incoming.view().attributes(),
            incoming.view().choice() == null ? null : incoming.view().choice().text(),
            file == null ? null : new Payload.FileRef(file.id(), incoming.view().words())));
  }

  private List<Delivery> toWhatsApp(
      TenantId tenant, Recorded recorded, Outgoing outgoing, List<ExpectedFile> expected) {
    Lane lane = new Lane(tenant, recorded.contact().id(), Direction.TO_WHATSAPP);
    List<CustomerPart> parts = outgoing.parts();
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Payload.AgentText whole = whole(recorded, outgoing.reply(), i + 1, parts.size());
      Payload payload =
          switch (parts.get(i)) {
            case CustomerPart.Text(var body) -> whole.saying(body);
            case CustomerPart.Form(var type, var object) ->
                whole.with(new Payload.Form(type, object));
            case CustomerPart.File file -> {
              ExpectedFile announced = files.expected(recorded, file);
              expected.add(announced);
              String caption = file.caption() == null ? "" : file.caption();
              yield whole.with(new Payload.FileRef(announced.id(), caption));
            }
          };
      deliveries.add(
          shipping.delivery(lane, recorded.messageId(), outgoing.reply().sentAt(), payload));
    }
    return deliveries;
  }

  private static Payload.AgentText whole(Recorded recorded, AgentReply reply, int part, int parts) {
    Recorded.Person contact = recorded.contact();
    return new Payload.AgentText(
        contact.phone(),
        contact.userId(),
        recorded.phoneNumberId(),
        reply.text(),
        part,
        parts,
        null,
        null);
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
