package io.agentportal.conversations;

import io.agentportal.conversations.list.ConversationTally;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows how many conversations are going on.
@Component
public class ActiveConversations {
  /// Those that are about to be closed: a handful, if any.
  private static final String COUNT_IDLE =
      """
      select count(*)
        from conversation c
       where c.tenant_id = :tenantId
         and c.status = 'active'
         and c.last_activity_at < :since
      """;

  private final JdbcClient jdbc;
  private final ConversationTally tally;
  private final Clock clock;
  private final IdleProperties idle;

  ActiveConversations(JdbcClient jdbc, ConversationTally tally, Clock clock, IdleProperties idle) {
    this.jdbc = jdbc;
    this.tally = tally;
    this.clock = clock;
    this.idle = idle;
  }

  /// How many of the tenant's conversations are open and have had a message within 72 hours.
  public long count(TenantId tenantId) {
    long idleOnes =
        jdbc.sql(COUNT_IDLE)
            .param("tenantId", tenantId.value())
            .param("since", Timestamp.from(clock.instant().minus(idle.closeAfter())))
            .query(Long.class)
            .single();
    return tally.active(tenantId) - idleOnes;
  }
}
