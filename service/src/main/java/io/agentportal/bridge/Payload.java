package io.agentportal.bridge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Everything that one call to a partner needs. Stored as JSON; members are only ever added.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Payload.CustomerText.class, name = "customer-text"),
  @JsonSubTypes.Type(value = Payload.AgentText.class, name = "agent-text"),
  @JsonSubTypes.Type(value = Payload.Receipt.class, name = "receipt")
})
sealed interface Payload {

  /// A customer's message for the agent.
  ///
  /// @param address `+` and phone, or an opaque id
  /// @param sentAt by WhatsApp's clock; the same on every attempt
  /// @param attributes for flows at Genesys; absent in what was queued by older versions
  /// @param choice the id of what was chosen, if we offered it (`ChoiceId`)
  /// @param file absent: none came with it
  record CustomerText(
      String address,
      String name,
      String wamid,
      Instant sentAt,
      String text,
      String kind,
      String phoneNumberId,
      @Nullable Map<String, String> attributes,
      @Nullable String choice,
      @Nullable FileRef file)
      implements Payload {}

  /// An agent's message, or one part of it, for the customer.
  ///
  /// @param text what it says, whatever the form
  /// @param part counted from 1
  /// @param parts into how many the message was split
  /// @param form absent: it goes as text
  /// @param file absent: none goes with it
  record AgentText(
      @Nullable String phone,
      @Nullable String userId,
      String phoneNumberId,
      String text,
      int part,
      int parts,
      @Nullable Form form,
      @Nullable FileRef file)
      implements Payload {

    boolean isLastPart() {
      return part == parts;
    }

    AgentText saying(String words) {
      return new AgentText(phone, userId, phoneNumberId, words, part, parts, null, null);
    }

    AgentText with(Form content) {
      return new AgentText(phone, userId, phoneNumberId, text, part, parts, content, null);
    }

    AgentText with(FileRef content) {
      return new AgentText(phone, userId, phoneNumberId, text, part, parts, null, content);
    }
  }

  /// A message of another type than text, as the messages API takes it.
  ///
  /// @param type the member that holds `object`
  record Form(String type, ObjectNode object) {}

  /// A file in the module `media`.
  ///
  /// @param words what is said besides; may be empty
  record FileRef(UUID id, String words) {}

  /// What became of an agent's message.
  ///
  /// @param genesysId the message, by Genesys' id
  /// @param failureCode as Genesys spells it; null: delivered
  record Receipt(
      String genesysId,
      String address,
      Instant at,
      @Nullable String failureCode,
      @Nullable String failureReason)
      implements Payload {}
}
