package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message on its way to a customer.
///
/// @param replyTo wamid of the message it answers
/// @param correlationKey comes back with every status (`biz_opaque_callback_data`), at most 512
///   characters
public record OutgoingMessage(
    Recipient to, Content content, @Nullable String replyTo, @Nullable String correlationKey) {

  public static OutgoingMessage text(Recipient to, String body, @Nullable String correlationKey) {
    return new OutgoingMessage(to, new Text(body), null, correlationKey);
  }

  /// Whom it goes to. Where both are known Meta takes the phone.
  ///
  /// @param phone digits with country code, with or without leading `+`
  /// @param userId business-scoped user id
  public record Recipient(@Nullable String phone, @Nullable String userId) {
    public Recipient {
      if (phone == null && userId == null) {
        throw new IllegalArgumentException("recipient: neither phone nor user id");
      }
    }
  }

  /// What is said.
  public sealed interface Content permits Text, Typed {}

  /// @param body at most 4,096 characters
  public record Text(String body) implements Content {}

  /// Any other type of the messages API: the member `type` names and its object.
  public record Typed(String type, ObjectNode object) implements Content {

    /// @param members JSON-friendly values
    public static Typed of(String type, Map<String, ?> members) {
      return new Typed(type, PartnerJson.object(members));
    }
  }
}
