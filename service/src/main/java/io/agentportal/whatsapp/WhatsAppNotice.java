package io.agentportal.whatsapp;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One item of a webhook call from Meta. A call carries up to a thousand.
public sealed interface WhatsAppNotice {

  /// A message of a conversation: from the customer, or an echo of what staff sent elsewhere.
  ///
  /// @param wamid unique per business number: the key against duplicates
  /// @param sender who wrote it
  /// @param sentAt by Meta's clock; the time of reading where it is missing or nonsense
  /// @param raw the message as received
  record CustomerMessage(
      BusinessNumber number,
      CustomerIdentity customer,
      String wamid,
      Sender sender,
      Instant sentAt,
      MessageContent content,
      MessageContext context,
      JsonNode raw)
      implements WhatsAppNotice {}

  /// Who wrote a message.
  enum Sender {
    CUSTOMER,
    /// Staff, outside Genesys: in WhatsApp's own app or through another system.
    STAFF
  }

  /// A step in the life of a message we sent.
  ///
  /// @param status `sent`, `delivered`, `read`, `played`, `failed`; others occur and mean no step
  /// @param recipient may know neither phone nor user id
  /// @param correlationKey what the sender of the message set, if anything
  record StatusUpdate(
      BusinessNumber number,
      CustomerIdentity recipient,
      String wamid,
      String status,
      Instant at,
      @Nullable MetaError error,
      @Nullable String correlationKey,
      JsonNode raw)
      implements WhatsAppNotice {}

  /// Anything else that Meta tells about account, number or templates: kept and shown.
  ///
  /// @param field Meta's name of the subject; `messages.errors` for errors without a message,
  ///   `messages.payment` for steps of a payment
  /// @param number where it names one
  /// @param text one sentence for people
  record AccountNotice(
      String field, BusinessNumber number, Instant at, Severity severity, String text, JsonNode raw)
      implements WhatsAppNotice {}

  /// How soon somebody should look.
  enum Severity {
    INFO,
    WARNING,
    CRITICAL
  }

  /// Well signed but not understood: kept and shown, never an error.
  ///
  /// @param raw as received, at most the first 4,096 characters
  record Unreadable(String reason, String raw) implements WhatsAppNotice {}

  /// The business' side. Members that a webhook leaves out are `""`.
  ///
  /// @param wabaId the account; for some fields the id of the business portfolio
  /// @param displayPhoneNumber as Meta writes it: digits, with or without `+` and spaces
  record BusinessNumber(String wabaId, String phoneNumberId, String displayPhoneNumber) {}

  /// The customer's side. A user id or a phone is enough; a message always has one of them.
  ///
  /// @param userId business-scoped user id: the first key
  /// @param phone digits with country code, no leading `+`: the second key
  /// @param username without leading `@`
  record CustomerIdentity(
      @Nullable String userId,
      @Nullable String parentUserId,
      @Nullable String phone,
      @Nullable String username,
      @Nullable String name) {}

  /// @param kind as `Message.kind` of the API: `text`, `image`, `video`, `audio`, `document`,
  ///   `sticker`, `location`, `contacts`, `button`, `interactive`, `order`, `reaction`, `system`,
  ///   `template`, `unsupported`, `edit`, `revoke`, `event`, `other`
  /// @param text always something an agent can read
  /// @param details for programs: `choiceId`, `formName`, `formAnswers`, `latitude`, ...; short
  record MessageContent(
      String kind, String text, @Nullable MediaReference media, Map<String, String> details) {}

  /// A file at Meta, to be fetched within days by its id.
  ///
  /// @param sha256 base64, as webhooks give it
  /// @param fileName the customer's: untrusted
  record MediaReference(
      String mediaId,
      @Nullable String mime,
      @Nullable String sha256,
      @Nullable String fileName,
      @Nullable String caption,
      boolean voice) {}

  /// What a message belongs to.
  ///
  /// @param about wamid of the message it answers, reacts to, edits or revokes
  /// @param groupId the group it was written in
  /// @param product the article, by the seller's number, that the customer asks about
  /// @param referral the advertisement it came from
  /// @param becomes who the customer is from now on, after a change of number or user id; the
  ///   message itself names who they were
  record MessageContext(
      @Nullable String about,
      Forwarding forwarding,
      @Nullable String groupId,
      @Nullable String product,
      @Nullable Referral referral,
      @Nullable CustomerIdentity becomes) {}

  /// Whether the customer passed on somebody else's message; `OFTEN` after more than five hops.
  enum Forwarding {
    NONE,
    ONCE,
    OFTEN
  }

  /// An advertisement or post that led to the chat.
  record Referral(
      @Nullable String sourceUrl,
      @Nullable String sourceId,
      @Nullable String sourceType,
      @Nullable String headline,
      @Nullable String body,
      @Nullable String clickId) {}

  /// @param code Meta's, 0 if it sent none
  /// @param details Meta's own words, for experts
  record MetaError(int code, String title, @Nullable String details) {}
}
