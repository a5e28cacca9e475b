package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts the conversations that are going on.
@Component
public class ActiveConversations {
  private static final String COUNT =
      """
      select count(*)
        from conversation c
       where c.tenant_id = :tenantId
         and c.status = 'active'
         and c.last_activity_at >= :since
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final IdleProperties idle;

  ActiveConversations(JdbcClient jdbc, Clock clock, IdleProperties idle) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.idle = idle;
  }

  /// How many of the tenant's conversations are open and have had a message within 72 hours.
  public long count(TenantId tenantId) {
    return jdbc.sql(COUNT)
        .param("tenantId", tenantId.value())
        .param("since", Timestamp.from(clock.instant().minus(idle.closeAfter())))
        .query(Long.class)
        .single();
  }
}
