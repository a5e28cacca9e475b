package io.agentportal.conversations;

import io.agentportal.conversations.list.ConversationTally;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of conversations and messages, written by hand: what a list shows can then be told from the
/// test alone.
public final class ConversationRowsFixture {
  private final JdbcClient jdbc;
  private final TenantId tenantId;

  public ConversationRowsFixture(JdbcClient jdbc, TenantId tenantId) {
    this.jdbc = jdbc;
    this.tenantId = tenantId;
  }

  /// The count of open conversations by that clock.
  public static ActiveConversations activeConversations(JdbcClient jdbc, Clock clock) {
    return new ActiveConversations(
        jdbc,
        new ConversationTally(jdbc),
        clock,
        new IdleProperties(Duration.ofDays(3), Duration.ofMinutes(1)));
  }

  /// A conversation to write; begin with [#conversation].
  public record Row(
      String name,
      String phone,
      String status,
      Instant createdAt,
      Instant lastActivityAt,
      @Nullable UUID genesysId) {

    public Row status(String changed) {
      return new Row(name, phone, changed, createdAt, lastActivityAt, genesysId);
    }

    public Row createdAt(Instant changed) {
      return new Row(name, phone, status, changed, lastActivityAt, genesysId);
    }

    public Row genesysId(UUID changed) {
      return new Row(name, phone, status, createdAt, lastActivityAt, changed);
    }
  }

  /// An active conversation, created when its last message came.
  public static Row conversation(String name, String phone, Instant lastActivityAt) {
    return new Row(name, phone, "active", lastActivityAt, lastActivityAt, null);
  }

  /// Writes a conversation and its contact; gives the conversation's id.
  public UUID insert(Row row) {
    UUID contactId = UuidV7.next(row.createdAt());
    UUID id = UuidV7.next(row.createdAt());
    jdbc.sql(
            """
            insert into contact (tenant_id, id, phone, display_name, genesys_address, created_at)
            values (:tenantId, :id, :phone, :name, '+' || :phone, :createdAt)
            """)
        .param("tenantId", tenantId.value())
        .param("id", contactId)
        .param("phone", row.phone())
        .param("name", row.name())
        .param("createdAt", Timestamp.from(row.createdAt()))
        .update();
    jdbc.sql(
            """
            insert into conversation
                   (tenant_id, id, contact_id, phone_number_id, contact_name, wa_id, status,
                    genesys_conversation_id, message_count, created_at, last_activity_at,
                    last_inbound_at, last_message_text, last_message_direction, last_message_kind)
            values (:tenantId, :id, :contactId, '340000000000201', :name, :phone, :status,
                    :genesysId, 1, :createdAt, :lastActivityAt, :lastActivityAt, 'Good morning',
                    'inbound', 'text')
            """)
        .param("tenantId", tenantId.value())
        .param("id", id)
        .param("contactId", contactId)
        .param("name", row.name())
        .param("phone", row.phone())
        .param("status", row.status())
        .param("genesysId", row.genesysId() == null ? null : row.genesysId().toString())
        .param("createdAt", Timestamp.from(row.createdAt()))
        .param("lastActivityAt", Timestamp.from(row.lastActivityAt()))
        .update();
    return id;
  }

  /// A message to write; begin with [#message].
  public record Message(
      String direction, String text, String status, Instant at, @Nullable String errorCode) {

    public Message failed(String code) {
      return new Message(direction, text, "failed", at, code);
    }
  }

  public static Message message(String direction, String text, String status, Instant at) {
    return new Message(direction, text, status, at, null);
  }

  /// Writes a message of a conversation; gives its id.
  public UUID insert(UUID conversationId, Message message) {
    UUID id = UuidV7.next(message.at());
    jdbc.sql(
            """
            insert into message
                   (tenant_id, id, conversation_id, contact_id, phone_number_id, direction, kind,
                    text, sent_at, status, status_at, error_code, error_text, author_kind,
                    author_name, wamid)
            select c.tenant_id, :id, c.id, c.contact_id, c.phone_number_id, :direction, 'text',
                   :text, :at, :status, :at, :errorCode, :errorText, :authorKind, c.contact_name,
                   'wamid.' || cast(:id as text)
              from conversation c
             where c.tenant_id = :tenantId
               and c.id = :conversationId
            """)
        .param("tenantId", tenantId.value())
        .param("conversationId", conversationId)
        .param("id", id)
        .param("direction", message.direction())
        .param("text", message.text())
        .param("status", message.status())
        .param("at", Timestamp.from(message.at()))
        .param("errorCode", message.errorCode())
        .param("errorText", message.errorCode() == null ? null : "The message was refused.")
        .param("authorKind", "inbound".equals(message.direction()) ? "customer" : "agent")
        .update();
    return id;
  }

  /// Writes one step of a message's delivery.
  public void step(UUID messageId, String step, int attempt, Instant at) {
    jdbc.sql(
            """
            insert into message_step (tenant_id, message_id, at, step, attempt)
            values (:tenantId, :messageId, :at, :step, :attempt)
            """)
        .param("tenantId", tenantId.value())
        .param("messageId", messageId)
        .param("at", Timestamp.from(at))
        .param("step", step)
        .param("attempt", attempt)
        .update();
  }
}
