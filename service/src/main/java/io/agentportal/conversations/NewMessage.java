package io.agentportal.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message on its way into the transcript, whichever side it comes from.
///
/// @param reference by which a repetition is recognised
record NewMessage(
    Reference reference,
    String phoneNumberId,
    String direction,
    String kind,
    String text,
    Instant sentAt,
    MessageStatus status,
    Author author,
    @Nullable String replyToWamid,
    @Nullable String genesysConversationId,
    long eventId) {
  static final String INBOUND = "inbound";
  static final String OUTBOUND = "outbound";
  private static final String WAMID = "wamid:";
  private static final String GENESYS = "genesys";
  private static final String PART = "part";

  /// What a partner calls a message.
  ///
  /// @param kind `wamid:` and the phone number id, `genesys`, or `part`: our own name of one part
  record Reference(String kind, String id) {

    static Reference wamid(String phoneNumberId, String wamid) {
      return new Reference(WAMID + phoneNumberId, wamid);
    }

    static Reference genesys(String id) {
      return new Reference(GENESYS, id);
    }

    static Reference part(UUID messageId, int part) {
      return new Reference(PART, messageId + "/" + part);
    }

    boolean isGenesys() {
      return kind.equals(GENESYS);
    }
  }

  /// @param kind `customer`, `agent`, `bot` or `system`
  record Author(String kind, @Nullable String name) {}

  static NewMessage of(ReceivedMessage message, String contactName) {
    boolean system = message.kind().equals("system");
    Author author =
        message.fromStaff()
            ? new Author("agent", null)
            : new Author(system ? "system" : "customer", system ? null : contactName);
    return new NewMessage(
        Reference.wamid(message.phoneNumberId(), message.wamid()),
        message.phoneNumberId(),
        message.fromStaff() ? OUTBOUND : INBOUND,
        message.kind(),
        message.text(),
        message.sentAt(),
        message.fromStaff() ? MessageStatus.SENT : MessageStatus.QUEUED,
        author,
        message.replyToWamid(),
        null,
        message.eventId());
  }

  static NewMessage of(AgentReply reply) {
    return new NewMessage(
        Reference.genesys(reply.genesysId()),
        reply.phoneNumberId(),
        OUTBOUND,
        reply.kind(),
        reply.text(),
        reply.sentAt(),
        MessageStatus.QUEUED,
        new Author(reply.byBot() ? "bot" : "agent", reply.authorName()),
        null,
        reply.genesysConversationId(),
        reply.eventId());
  }

  /// The same at another of the tenant's numbers.
  NewMessage at(String number) {
    return number.equals(phoneNumberId)
        ? this
        : new NewMessage(
            reference,
            number,
            direction,
            kind,
            text,
            sentAt,
            status,
            author,
            replyToWamid,
            genesysConversationId,
            eventId);
  }

  @Nullable String wamid() {
    return reference.isGenesys() ? null : reference.id();
  }

  @Nullable String genesysId() {
    return reference.isGenesys() ? reference.id() : null;
  }

  boolean isInbound() {
    return direction.equals(INBOUND);
  }

  boolean isSystem() {
    return author.kind().equals("system");
  }

  boolean isByBot() {
    return author.kind().equals("bot");
  }
}
