package io.agentportal.bridge;

import io.agentportal.bridge.files.FilesForAgents;
import io.agentportal.bridge.files.FilesForAgents.Letter;
import io.agentportal.bridge.mapping.ChoiceId;
import io.agentportal.genesys.ChosenAnswer;
import io.agentportal.genesys.DeliveryReceipt;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysOpenMessaging;
import io.agentportal.genesys.GenesysSendOutcome;
import io.agentportal.genesys.InboundAttachment;
import io.agentportal.genesys.InboundMessage;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands one message over in the form that suits it: with its file, as a choice, or as a text.
@Component
class GenesysHandover {
  private final GenesysOpenMessaging messaging;
  private final FilesForAgents files;

  GenesysHandover(GenesysOpenMessaging messaging, FilesForAgents files) {
    this.messaging = messaging;
    this.files = files;
  }

  /// Where a tenant's messages go.
  record Way(GenesysAccess access, String integrationId) {}

  /// Empty while its file is still being fetched.
  Optional<GenesysSendOutcome> hand(
      Way way, TenantId tenant, InboundMessage message, Payload.CustomerText text) {
    Payload.FileRef file = text.file();
    if (file == null) {
      return Optional.of(send(way, message, text.choice()));
    }
    Letter letter = new Letter(file.id(), file.words(), text.text());
    return switch (files.look(tenant, letter)) {
      case FilesForAgents.NotYet _ -> Optional.empty();
      case FilesForAgents.Explained(var words) ->
          Optional.of(send(way, message.saying(words), null));
      case FilesForAgents.Attached(var attachment) ->
          Optional.of(sendFile(way, message, letter, attachment));
    };
  }

  GenesysSendOutcome tell(Way way, DeliveryReceipt receipt) {
    return messaging.sendReceipt(way.access(), way.integrationId(), receipt);
  }

  /// A file that Genesys does not take must not cost the message.
  private GenesysSendOutcome sendFile(
      Way way, InboundMessage message, Letter letter, InboundAttachment attachment) {
    GenesysSendOutcome outcome = send(way, message.with(letter.words(), attachment), null);
    return outcome instanceof GenesysSendOutcome.Rejected(_, var reason)
        ? send(
            way, message.saying(letter.without("Genesys did not take the file: " + reason)), null)
        : outcome;
  }

  /// A choice that Genesys does not take as such still has to reach the agent: as a text.
  private GenesysSendOutcome send(Way way, InboundMessage message, @Nullable String chosen) {
    ChoiceId choice = chosen == null ? null : ChoiceId.parse(chosen).orElse(null);
    if (choice != null) {
      var answer = new ChosenAnswer(choice.genesysId(), choice.quickReply(), choice.payload());
      GenesysSendOutcome outcome =
          messaging.sendChoice(way.access(), way.integrationId(), message, answer);
      if (!(outcome instanceof GenesysSendOutcome.Rejected)) {
        return outcome;
      }
    }
    return messaging.sendMessage(way.access(), way.integrationId(), message);
  }
}
