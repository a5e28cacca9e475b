package io.agentportal.conversations;

import io.agentportal.conversations.MessageView.Author;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The read model of a transcript: messages and how they were delivered.
@Component
class TranscriptQueries {
  private static final String NEWEST =
      """
      select m.id, m.conversation_id, m.direction, m.kind, m.text, m.sent_at, m.status,
             m.error_text, m.error_code, m.wamid, m.genesys_id, m.author_kind, m.author_name,
             m.reply_to_wamid
        from message m
       where m.tenant_id = :tenantId
         and m.conversation_id = :conversationId
       order by m.id desc
       limit :limit
      """;

  private static final String OLDER_THAN =
      """
      select m.id, m.conversation_id, m.direction, m.kind, m.text, m.sent_at, m.status,
             m.error_text, m.error_code, m.wamid, m.genesys_id, m.author_kind, m.author_name,
             m.reply_to_wamid
        from message m
       where m.tenant_id = :tenantId
         and m.conversation_id = :conversationId
         and m.id < :before
       order by m.id desc
       limit :limit
      """;

  private static final String DELIVERIES =
      """
      select m.id, m.status_at, m.direction, m.status, m.error_text, m.error_code,
             coalesce(m.wamid, m.genesys_id, m.id::text) as partner_id,
             (select coalesce(max(s.attempt), 0)
                from message_step s
               where s.tenant_id = m.tenant_id
                 and s.message_id = m.id) as attempts
        from message m
       where m.tenant_id = :tenantId
         and m.conversation_id = :conversationId
       order by m.id desc
       limit :limit
      """;

  private final JdbcClient jdbc;

  TranscriptQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Messages of one conversation, newest first.
  ///
  /// @param before only messages that arrived before this one; null: from the newest on
  List<MessageView> messages(
      TenantId tenantId, UUID conversationId, @Nullable UUID before, int limit) {
    return jdbc.sql(before == null ? NEWEST : OLDER_THAN)
        .param("tenantId", tenantId.value())
        .param("conversationId", conversationId)
        .param("before", before)
        .param("limit", limit)
        .query(TranscriptQueries::toMessage)
        .list();
  }

  /// How the newest messages of one conversation were delivered, newest first.
  List<DeliveryLog> deliveries(TenantId tenantId, UUID conversationId, int limit) {
    return jdbc.sql(DELIVERIES)
        .param("tenantId", tenantId.value())
        .param("conversationId", conversationId)
        .param("limit", limit)
        .query(TranscriptQueries::toDeliveryLog)
        .list();
  }

  private static MessageView toMessage(ResultSet row, int rowNumber) throws SQLException {
    return new MessageView(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getString("direction"),
        row.getString("kind"),
        row.getString("text"),
        row.getTimestamp("sent_at").toInstant(),
        row.getString("status"),
        row.getString("error_text"),
        row.getString("error_code"),
        row.getString("wamid"),
        row.getString("genesys_id"),
        new Author(row.getString("author_kind"), row.getString("author_name")),
        row.getString("reply_to_wamid"),
        null);
  }

  private static DeliveryLog toDeliveryLog(ResultSet row, int rowNumber) throws SQLException {
    String rawStatus = row.getString("status");
    return new DeliveryLog(
        row.getObject("id", UUID.class),
        row.getTimestamp("status_at").toInstant(),
        row.getString("direction"),
        DeliveryLog.readable(rawStatus),
        row.getString("error_text"),
        row.getString("partner_id"),
        rawStatus,
        row.getString("error_code"),
        row.getInt("attempts"));
  }
}
