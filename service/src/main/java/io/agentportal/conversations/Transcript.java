package io.agentportal.conversations;

import io.agentportal.conversations.MessageIntake.Arrival;
import io.agentportal.conversations.NewMessage.Reference;
import io.agentportal.conversations.StatusStore.Known;
import io.agentportal.conversations.StatusWriter.Applied;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what was said and how far it got. Takes batches, joins the caller's transaction, and
/// changes nothing the second time it is told the same thing.
///
/// Publishes [ConversationsChanged] at the end of that transaction. A caller that does both tells
/// statuses first and messages second: rows are then locked in the same order everywhere.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Transcript {
  private final MessageIntake intake;
  private final MessageStore messages;
  private final StatusStore statuses;
  private final StatusWriter writer;
  private final ParkedStatusStore parked;
  private final Clock clock;

  Transcript(
      MessageIntake intake,
      MessageStore messages,
      StatusStore statuses,
      StatusWriter writer,
      ParkedStatusStore parked,
      Clock clock) {
    this.intake = intake;
    this.messages = messages;
    this.statuses = statuses;
    this.writer = writer;
    this.parked = parked;
    this.clock = clock;
  }

  /// Records messages from WhatsApp and then those from Genesys, each in this order. Contacts are
  /// known by user id first, by phone second. In one go, since conversations are locked in one
  /// order by everybody who writes.
  ///
  /// @return for each message, first the received ones and then the replies, where it is; not new
  ///   if its wamid or Genesys id was known
  public List<Recorded> record(
      TenantId tenant, List<ReceivedMessage> received, List<AgentReply> replies) {
    return intake.take(
        tenant,
        Stream.concat(
                received.stream().map(Transcript::arrival),
                replies.stream().map(Transcript::arrival))
            .toList());
  }

  /// Records messages from WhatsApp alone.
  public List<Recorded> receive(TenantId tenant, List<ReceivedMessage> received) {
    return record(tenant, received, List.of());
  }

  /// Records messages from Genesys alone.
  public List<Recorded> answer(TenantId tenant, List<AgentReply> replies) {
    return record(tenant, List.of(), replies);
  }

  /// Moves messages forward by what WhatsApp reports. A report of a message that is not known (yet)
  /// waits until it is.
  ///
  /// @return the steps that were taken; none for what was known or out of date
  public List<StatusAdvance> advance(TenantId tenant, List<StatusChange> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    Set<Reference> references =
        reports.stream().map(Transcript::reference).collect(Collectors.toSet());
    Map<Reference, Known> known = statuses.resolve(tenant, references);
    List<StatusMove> moves = new ArrayList<>();
    List<StatusChange> unknown = new ArrayList<>();
    for (StatusChange report : reports) {
      Known found = known.get(reference(report));
      if (found != null) {
        moves.add(StatusMove.of(tenant, found, report));
      } else if (report.messageId() != null) {
        moves.add(StatusMove.of(tenant, new Known(report.messageId(), report.partial()), report));
      } else {
        unknown.add(report);
      }
    }
    parked.park(tenant, unknown, clock.instant());
    return stepped(writer.apply(moves)).getOrDefault(tenant, List.of());
  }

  /// Notes what came of attempts to hand messages over, of any tenants.
  ///
  /// @return the steps that were taken, by tenant
  public Map<TenantId, List<StatusAdvance>> settleAcrossTenants(List<DeliveryProgress> progress) {
    List<Applied> applied = writer.apply(progress.stream().map(StatusMove::of).toList());
    messages.step(progress.stream().map(Transcript::step).toList());
    return byTenant(applied);
  }

  /// Applies reports that waited for their message, and forgets those that waited too long.
  public Map<TenantId, List<StatusAdvance>> applyParkedAcrossTenants() {
    Instant now = clock.instant();
    parked.dropOldAcrossTenants(now);
    return stepped(writer.apply(parked.takeKnownAcrossTenants(now)));
  }

  /// How far one message has come; empty if the tenant has no such message. Needs no transaction.
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<MessageStanding> standing(TenantId tenant, UUID messageId) {
    return statuses.find(tenant, messageId);
  }

  /// When the contact last wrote to a number, by WhatsApp's clock; empty if never. Needs no
  /// transaction.
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<Instant> lastWritten(TenantId tenant, UUID contactId, String phoneNumberId) {
    return statuses.lastInbound(tenant, contactId, phoneNumberId);
  }

  /// Whether a status told that WhatsApp has this part of a message. Needs no transaction.
  ///
  /// @param part counted from 1; never the last
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public boolean isPartKnown(TenantId tenant, UUID messageId, int part) {
    return !statuses.resolve(tenant, List.of(Reference.part(messageId, part))).isEmpty();
  }

  private static Arrival arrival(ReceivedMessage message) {
    return new Arrival(
        Reference.wamid(message.phoneNumberId(), message.wamid()),
        message.contact(),
        message.previously(),
        false,
        contact -> NewMessage.of(message, contact.displayName()));
  }

  private static Arrival arrival(AgentReply reply) {
    return new Arrival(
        Reference.genesys(reply.genesysId()), reply.to(), null, true, _ -> NewMessage.of(reply));
  }

  private Map<TenantId, List<StatusAdvance>> stepped(List<Applied> applied) {
    messages.step(applied.stream().map(Transcript::step).toList());
    return byTenant(applied);
  }

  private static Map<TenantId, List<StatusAdvance>> byTenant(List<Applied> applied) {
    Map<TenantId, List<StatusAdvance>> advances = new LinkedHashMap<>();
    for (Applied each : applied) {
      advances.computeIfAbsent(each.move().tenantId(), _ -> new ArrayList<>()).add(each.advance());
    }
    return advances;
  }

  private static Reference reference(StatusChange report) {
    return Reference.wamid(report.phoneNumberId(), report.wamid());
  }

  private static MessageStep step(Applied applied) {
    StatusAdvance advance = applied.advance();
    return new MessageStep(
        applied.move().tenantId(),
        advance.messageId(),
        advance.at(),
        advance.to().wireName(),
        null,
        advance.errorText());
  }

  private static MessageStep step(DeliveryProgress progress) {
    return new MessageStep(
        progress.tenantId(),
        progress.messageId(),
        progress.at(),
        progress.step(),
        progress.attempt(),
        progress.detail());
  }
}
