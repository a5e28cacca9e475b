package io.agentportal.bridge;

import io.agentportal.bridge.Doubts.Doubt;
import io.agentportal.bridge.window.ServiceWindow;
import io.agentportal.conversations.DeliveryProgress.WhatsAppLink;
import io.agentportal.conversations.MessageStanding;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.Transcript;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.MetaErrors;
import io.agentportal.whatsapp.OutgoingMessage;
import io.agentportal.whatsapp.OutgoingMessage.Recipient;
import io.agentportal.whatsapp.Scope;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppMessages;
import io.agentportal.whatsapp.WhatsAppSendOutcome;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sends agents' messages through WhatsApp.
///
/// A message that may have been sent is never sent again: a status with our key tells that it was.
/// Without one it has failed, visibly, once the wait is over. Once a part of a long message has
/// failed, the rest is not sent.
@Component
class WhatsAppCalls {
  private static final Attempt REST_OF_A_FAILED_MESSAGE =
      new Attempt.Refused(
          "part-failed",
          "Another part of this message could not be sent, so the rest was not sent either.");

  private static final int REENGAGEMENT = 131_047;
  private static final Attempt OUTSIDE_THE_WINDOW =
      new Attempt.Refused(
          Integer.toString(REENGAGEMENT), MetaErrors.facts(REENGAGEMENT).sentence());

  private final WhatsAppMessages messages;
  private final Connections connections;
  private final Vault vault;
  private final Transcript transcript;
  private final Doubts doubts;
  private final ServiceWindow window;

  WhatsAppCalls(
      WhatsAppMessages messages,
      Connections connections,
      Vault vault,
      Transcript transcript,
      Doubts doubts,
      ServiceWindow window) {
    this.messages = messages;
    this.connections = connections;
    this.vault = vault;
    this.transcript = transcript;
    this.doubts = doubts;
    this.window = window;
  }

  Attempt send(Delivery delivery, Payload.AgentText text, Doubt doubt) {
    if (doubt.mayHaveArrived()) {
      return judge(delivery, text, doubt);
    }
    if (text.part() > 1 && hasFailed(delivery)) {
      return REST_OF_A_FAILED_MESSAGE;
    }
    Optional<WhatsAppAccess> access = access(delivery.tenantId(), text.phoneNumberId());
    if (access.isEmpty()) {
      return new Attempt.Blocked("not-connected", "WhatsApp is not connected yet.", false);
    }
    if (window.isClosed(delivery.tenantId(), delivery.lane().contactId(), text.phoneNumberId())) {
      return OUTSIDE_THE_WINDOW;
    }
    OutgoingMessage message =
        OutgoingMessage.text(
            new Recipient(text.phone(), text.userId()),
            text.text(),
            CorrelationKey.of(delivery.messageId(), text).text());
    String number = access.get().phoneNumberId();
    return switch (messages.send(access.get(), message)) {
      case WhatsAppSendOutcome.Accepted(var wamid) ->
          new Attempt.Done(new WhatsAppLink(number, wamid, !text.isLastPart()));
      case WhatsAppSendOutcome.Retry(var delay, var code, var reason, var scope) ->
          new Attempt.Again(delay, code, reason, scope == Scope.NUMBER || scope == Scope.TENANT);
      case WhatsAppSendOutcome.NeedsCredentials(var code, var reason) ->
          new Attempt.Blocked(code, reason, false);
      case WhatsAppSendOutcome.Rejected(var code, var reason) -> new Attempt.Refused(code, reason);
      case WhatsAppSendOutcome.Uncertain(var reason) ->
          // A status may have been faster than the answer that never came.
          isKnownToWhatsApp(delivery, text)
              ? new Attempt.Done(null)
              : new Attempt.Unsure(doubts.beforeLookingForAStatus(), reason);
    };
  }

  private Attempt judge(Delivery delivery, Payload.AgentText text, Doubt doubt) {
    if (isKnownToWhatsApp(delivery, text)) {
      return new Attempt.Done(null);
    }
    if (text.parts() > 1 && hasFailed(delivery)) {
      return REST_OF_A_FAILED_MESSAGE;
    }
    return doubts.beforeGivingUpOnWhatsApp(doubt).isPositive()
        ? new Attempt.Pending(
            doubts.beforeLookingForAStatusAgain(doubt),
            "Waiting for WhatsApp to tell whether it has it.")
        : new Attempt.Refused(
            "uncertain",
            "WhatsApp did not answer and never told whether it has the message. To be safe it was"
                + " not sent again.");
  }

  /// A status told so. Only statuses of the last part move a message on, except a failure of any;
  /// the other parts are known by their own keys.
  private boolean isKnownToWhatsApp(Delivery delivery, Payload.AgentText text) {
    if (!text.isLastPart()) {
      return transcript.isPartKnown(delivery.tenantId(), delivery.messageId(), text.part());
    }
    MessageStatus status = status(delivery);
    return status != MessageStatus.QUEUED && (status != MessageStatus.FAILED || text.parts() == 1);
  }

  private boolean hasFailed(Delivery delivery) {
    return status(delivery) == MessageStatus.FAILED;
  }

  private MessageStatus status(Delivery delivery) {
    return transcript
        .standing(delivery.tenantId(), delivery.messageId())
        .map(MessageStanding::status)
        .orElse(MessageStatus.QUEUED);
  }

  /// By the number that the conversation is at; by the tenant's own where that one is not ours.
  private Optional<WhatsAppAccess> access(TenantId tenant, String phoneNumberId) {
    Optional<WhatsAppConnection> connection =
        connections.whatsApp(tenant, phoneNumberId).or(() -> connections.whatsApp(tenant));
    Optional<SecretText> token = vault.find(tenant, CredentialKind.WHATSAPP_TOKEN);
    return connection.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new WhatsAppAccess(connection.get().phoneNumberId(), token.get()));
  }
}
