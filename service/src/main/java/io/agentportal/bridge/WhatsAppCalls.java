package io.agentportal.bridge;

import io.agentportal.bridge.Doubts.Doubt;
import io.agentportal.bridge.files.FilesForCustomers;
import io.agentportal.bridge.window.ServiceWindow;
import io.agentportal.conversations.DeliveryProgress.WhatsAppLink;
import io.agentportal.conversations.MessageStanding;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.Transcript;
import io.agentportal.whatsapp.MetaErrors;
import io.agentportal.whatsapp.OutgoingMessage;
import io.agentportal.whatsapp.OutgoingMessage.Recipient;
import io.agentportal.whatsapp.Scope;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppMessages;
import io.agentportal.whatsapp.WhatsAppSendOutcome;
import java.time.Duration;
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
  private static final Duration FILE_PAUSE = Duration.ofSeconds(1);

  private final WhatsAppMessages messages;
  private final FilesForCustomers files;
  private final SendingNumbers numbers;
  private final Transcript transcript;
  private final Doubts doubts;
  private final ServiceWindow window;

  WhatsAppCalls(
      WhatsAppMessages messages,
      FilesForCustomers files,
      SendingNumbers numbers,
      Transcript transcript,
      Doubts doubts,
      ServiceWindow window) {
    this.messages = messages;
    this.files = files;
    this.numbers = numbers;
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
    Optional<WhatsAppAccess> access = numbers.find(delivery.tenantId(), text.phoneNumberId());
    if (access.isEmpty()) {
      return new Attempt.Blocked("not-connected", "WhatsApp is not connected yet.", false);
    }
    if (!isTemplate(text)
        && window.isClosed(
            delivery.tenantId(), delivery.lane().contactId(), text.phoneNumberId())) {
      return OUTSIDE_THE_WINDOW;
    }
    Payload.FileRef file = text.file();
    if (file == null) {
      return send(delivery, text, content(text), access.get());
    }
    String caption = file.words().isEmpty() ? null : file.words();
    return switch (files.pack(delivery.tenantId(), file.id(), caption, access.get())) {
      case FilesForCustomers.NotYet _ -> new Attempt.NotYet(FILE_PAUSE);
      case FilesForCustomers.Never(var code, var reason) -> new Attempt.Refused(code, reason);
      case FilesForCustomers.NotTaken(var outcome) -> notTaken(outcome);
      case FilesForCustomers.Ready(var content) -> send(delivery, text, content, access.get());
    };
  }

  /// Templates are what the closed window is for.
  private static boolean isTemplate(Payload.AgentText text) {
    return text.form() != null && "template".equals(text.form().type());
  }

  private static OutgoingMessage.Content content(Payload.AgentText text) {
    Payload.Form form = text.form();
    return form == null
        ? new OutgoingMessage.Text(text.text())
        : new OutgoingMessage.Typed(form.type(), form.object());
  }

  private Attempt send(
      Delivery delivery,
      Payload.AgentText text,
      OutgoingMessage.Content content,
      WhatsAppAccess access) {
    OutgoingMessage message =
        new OutgoingMessage(
            new Recipient(text.phone(), text.userId()),
            content,
            null,
            CorrelationKey.of(delivery.messageId(), text).text());
    return switch (messages.send(access, message)) {
      case WhatsAppSendOutcome.Accepted(var wamid) ->
          new Attempt.Done(new WhatsAppLink(access.phoneNumberId(), wamid, !text.isLastPart()));
      case WhatsAppSendOutcome.Uncertain(var reason) ->
          // A status may have been faster than the answer that never came.
          isKnownToWhatsApp(delivery, text)
              ? new Attempt.Done(null)
              : new Attempt.Unsure(doubts.beforeLookingForAStatus(), reason);
      case WhatsAppSendOutcome other -> notTaken(other);
    };
  }

  /// Of an upload too: one that may have been taken does no harm a second time.
  private static Attempt notTaken(WhatsAppSendOutcome outcome) {
    return switch (outcome) {
      case WhatsAppSendOutcome.Retry(var delay, var code, var reason, var scope) ->
          new Attempt.Again(delay, code, reason, scope == Scope.NUMBER || scope == Scope.TENANT);
      case WhatsAppSendOutcome.NeedsCredentials(var code, var reason) ->
          new Attempt.Blocked(code, reason, false);
      case WhatsAppSendOutcome.Rejected(var code, var reason) -> new Attempt.Refused(code, reason);
      case WhatsAppSendOutcome.Uncertain(var reason) ->
          new Attempt.Again(Duration.ZERO, "upload", reason, false);
      case WhatsAppSendOutcome.Accepted _ -> throw new IllegalStateException("taken");
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
}
