package io.agentportal.genesys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of an agent's message. Genesys knows delivered and failed, nothing in between and no
/// "read"; either is the last word.
///
/// @param messageId the id of the webhook that brought the message
/// @param to the `channel.to` of that webhook
/// @param failure null: delivered
public record DeliveryReceipt(
    String messageId, OpenContact to, Instant time, @Nullable Failure failure) {

  /// @param reason for the agent: one plain sentence
  public record Failure(ReasonCode code, String reason) {}

  /// Why a message did not arrive, as Genesys spells it.
  public enum ReasonCode {
    MESSAGE_EXPIRED("MessageExpired"),
    RATE_LIMITED("RateLimited"),
    MESSAGE_NOT_ALLOWED("MessageNotAllowed"),
    GENERAL_ERROR("GeneralError"),
    UNSUPPORTED_MESSAGE("UnsupportedMessage"),
    UNKNOWN_MESSAGE("UnknownMessage"),
    INVALID_MESSAGE_STRUCTURE("InvalidMessageStructure"),
    INVALID_DESTINATION("InvalidDestination"),
    SERVER_ERROR("ServerError"),
    MEDIA_TYPE_NOT_ALLOWED("MediaTypeNotAllowed"),
    INVALID_MEDIA_CONTENT_LENGTH("InvalidMediaContentLength"),
    RECIPIENT_OPTED_OUT("RecipientOptedOut");

    private final String wireName;

    ReasonCode(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  public static DeliveryReceipt delivered(String messageId, OpenContact to, Instant time) {
    return new DeliveryReceipt(messageId, to, time, null);
  }

  public static DeliveryReceipt failed(
      String messageId, OpenContact to, Instant time, ReasonCode code, String reason) {
    return new DeliveryReceipt(messageId, to, time, new Failure(code, reason));
  }
}
