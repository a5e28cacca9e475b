package io.agentportal.bridge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  record CustomerText(
      String address,
      String name,
      String wamid,
      Instant sentAt,
      String text,
      String kind,
      String phoneNumberId,
      @Nullable Map<String, String> attributes)
      implements Payload {}

  /// An agent's message, or one part of it, for the customer.
  ///
  /// @param part counted from 1
  /// @param parts into how many the message was split
  record AgentText(
      @Nullable String phone,
      @Nullable String userId,
      String phoneNumberId,
      String text,
      int part,
      int parts)
      implements Payload {

    boolean isLastPart() {
      return part == parts;
    }
  }

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
