package io.agentportal.bridge;

import io.agentportal.bridge.Doubts.Doubt;
import io.agentportal.bridge.GenesysHandover.Way;
import io.agentportal.conversations.DeliveryProgress.GenesysLink;
import io.agentportal.conversations.MessageStanding;
import io.agentportal.conversations.Transcript;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.DeliveryReceipt;
import io.agentportal.genesys.DeliveryReceipt.ReasonCode;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysContactHistory;
import io.agentportal.genesys.GenesysConversations.Finding;
import io.agentportal.genesys.GenesysSendOutcome;
import io.agentportal.genesys.GenesysSendOutcome.Scope;
import io.agentportal.genesys.InboundMessage;
import io.agentportal.genesys.OpenContact;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands customers' messages and receipts to Genesys.
///
/// A message that may have arrived is looked for before it is handed over again: in the contact's
/// conversation or, where that is not known or has ended, in all that the contact had lately. Where
/// Genesys does not show them, it is handed over again with the same id and time: a doubled message
/// is better than a lost one.
@Component
class GenesysCalls {
  private static final Duration FILE_PAUSE = Duration.ofSeconds(1);

  private final GenesysHandover handover;
  private final GenesysContactHistory history;
  private final Connections connections;
  private final Vault vault;
  private final Transcript transcript;
  private final Doubts doubts;

  GenesysCalls(
      GenesysHandover handover,
      GenesysContactHistory history,
      Connections connections,
      Vault vault,
      Transcript transcript,
      Doubts doubts) {
    this.handover = handover;
    this.history = history;
    this.connections = connections;
    this.vault = vault;
    this.transcript = transcript;
    this.doubts = doubts;
  }

  Attempt hand(Delivery delivery, Payload.CustomerText text, Doubt doubt) {
    Optional<Way> way = way(delivery.tenantId());
    if (way.isEmpty()) {
      return notConnected(doubt.mayHaveArrived());
    }
    if (doubt.mayHaveArrived()) {
      Attempt found = lookFor(delivery, text, way.get().access(), doubt);
      if (found != null) {
        return found;
      }
    }
    InboundMessage message =
        new InboundMessage(
            contact(text.address(), text.name()),
            text.wamid(),
            text.sentAt(),
            text.text(),
            Objects.requireNonNullElse(text.attributes(), Map.of("waMessageId", text.wamid())));
    GenesysSendOutcome outcome =
        handover.hand(way.get(), delivery.tenantId(), message, text).orElse(null);
    return outcome == null ? new Attempt.NotYet(FILE_PAUSE) : attempt(outcome, true);
  }

  Attempt tell(Delivery delivery, Payload.Receipt receipt) {
    Optional<Way> way = way(delivery.tenantId());
    if (way.isEmpty()) {
      return notConnected(false);
    }
    OpenContact to = contact(receipt.address(), null);
    String reason = receipt.failureReason() == null ? "" : receipt.failureReason();
    DeliveryReceipt told =
        receipt.failureCode() == null
            ? DeliveryReceipt.delivered(receipt.genesysId(), to, receipt.at())
            : DeliveryReceipt.failed(
                receipt.genesysId(), to, receipt.at(), code(receipt.failureCode()), reason);
    // Telling the same thing twice does no harm.
    return attempt(handover.tell(way.get(), told), false);
  }

  /// Null: not there, or nobody can tell, so it is to be handed over.
  private @Nullable Attempt lookFor(
      Delivery delivery, Payload.CustomerText text, GenesysAccess access, Doubt doubt) {
    Duration remaining = doubts.beforeAskingGenesys(doubt);
    if (remaining.isPositive()) {
      return new Attempt.Pending(remaining, "Waiting before Genesys is asked whether it has it.");
    }
    MessageStanding standing =
        transcript.standing(delivery.tenantId(), delivery.messageId()).orElse(null);
    String conversationId = standing == null ? null : standing.genesysConversationId();
    Finding finding =
        conversationId == null
            ? new Finding.Unknown("no conversation yet")
            : history.findIn(access, conversationId, text.wamid());
    return switch (finding) {
      case Finding.Present present -> done(present);
      case Finding.Absent _ -> null;
      case Finding.Unknown _ -> lookAround(text, access, doubt);
      case Finding.Unanswered(var reason) -> unanswered(reason);
    };
  }

  /// In whatever conversations the contact had lately. A list that may still lag behind is asked
  /// for again.
  private @Nullable Attempt lookAround(
      Payload.CustomerText text, GenesysAccess access, Doubt doubt) {
    boolean settled = !doubts.beforeGenesysSettled(doubt).isPositive();
    return switch (history.find(access, text.address(), doubt.since(), text.wamid())) {
      case Finding.Present present -> done(present);
      case Finding.Absent _ ->
          settled
              ? null
              : new Attempt.Pending(
                  doubts.beforeAskingGenesysAgain(doubt),
                  "Genesys does not list it yet and is asked again.");
      case Finding.Unknown(var reason) ->
          settled
              ? null
              : new Attempt.Pending(
                  doubts.beforeGenesysSettled(doubt),
                  "Nobody can tell whether it arrived, so it is sent again: " + reason + ".");
      case Finding.Unanswered(var reason) -> unanswered(reason);
    };
  }

  private static Attempt notConnected(boolean inDoubt) {
    return new Attempt.Blocked("not-connected", "Genesys is not connected yet.", inDoubt);
  }

  private static Attempt done(Finding.Present present) {
    return new Attempt.Done(new GenesysLink(present.remoteId(), present.conversationId()));
  }

  private Attempt unanswered(String reason) {
    return new Attempt.Pending(doubts.beforeAskingGenesysAfterTrouble(), reason);
  }

  private Attempt attempt(GenesysSendOutcome outcome, boolean onlyOnce) {
    return switch (outcome) {
      case GenesysSendOutcome.Accepted(var id, var conversation) ->
          new Attempt.Done(onlyOnce ? new GenesysLink(id, conversation) : null);
      case GenesysSendOutcome.Retry(var delay, var code, var reason, var scope) ->
          new Attempt.Again(delay, code, reason, scope == Scope.TENANT);
      case GenesysSendOutcome.NeedsCredentials(var code, var reason) ->
          new Attempt.Blocked(code, reason, false);
      case GenesysSendOutcome.Rejected(var code, var reason) -> new Attempt.Refused(code, reason);
      case GenesysSendOutcome.Uncertain(var reason) when onlyOnce ->
          new Attempt.Unsure(doubts.beforeAskingGenesys(), reason);
      case GenesysSendOutcome.Uncertain(var reason) ->
          new Attempt.Again(Duration.ZERO, "uncertain", reason, false);
    };
  }

  private Optional<Way> way(TenantId tenant) {
    Optional<GenesysConnection> connection =
        connections.genesys(tenant).filter(each -> !each.integrationId().isEmpty());
    Optional<SecretText> secret = vault.find(tenant, CredentialKind.GENESYS_CLIENT_SECRET);
    if (connection.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    GenesysConnection found = connection.get();
    return Optional.of(
        new Way(
            new GenesysAccess(found.region(), found.clientId(), secret.get()),
            found.integrationId()));
  }

  private static OpenContact contact(String address, @Nullable String name) {
    return address.startsWith("+")
        ? OpenContact.phone(address, name)
        : OpenContact.opaque(address, name);
  }

  private static ReasonCode code(String wireName) {
    return Arrays.stream(ReasonCode.values())
        .filter(code -> code.wireName().equals(wireName))
        .findFirst()
        .orElse(ReasonCode.GENERAL_ERROR);
  }
}
