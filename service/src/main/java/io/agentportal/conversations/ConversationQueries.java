package io.agentportal.conversations;

import io.agentportal.conversations.list.ConversationKey;
import io.agentportal.conversations.list.ConversationRows;
import io.agentportal.conversations.list.ConversationSummary;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds one conversation by either of its ids.
@Component
class ConversationQueries {
  private static final String FIND =
      """
      select <columns>
        from conversation c
        join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
       where c.tenant_id = :tenantId
         and (c.id = :id or c.genesys_conversation_id = :genesysId)
       order by c.id = :id desc, c.last_activity_at desc
       limit 1
      """
          .replace("<columns>", ConversationRows.COLUMNS);

  private final JdbcClient jdbc;

  ConversationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The conversation with that portal id, otherwise the newest with that Genesys id.
  Optional<ConversationSummary> find(TenantId tenantId, ConversationKey key) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .param("id", key.value())
        .param("genesysId", key.toString())
        .query(ConversationRows::toSummary)
        .optional();
  }
}
