package io.agentportal.conversations;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.live.LiveUpdates;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes conversations in which nobody has said anything for 72 hours.
///
/// Any number of nodes may do so at once: each skips what another is closing.
@Component
class IdleConversations {
  private static final int CLOSED_AT_ONCE = 500;

  /// Steps through the index, a tenant at a time, instead of reading every conversation.
  private static final String TENANTS_WITH_IDLE_ACROSS_TENANTS =
      """
      with recursive known as (
        (select c.tenant_id
           from conversation c
          order by c.tenant_id
          limit 1)
        union all
        select (select c.tenant_id
                  from conversation c
                 where c.tenant_id > t.tenant_id
                 order by c.tenant_id
                 limit 1)
          from known t
         where t.tenant_id is not null)
      select t.tenant_id
        from known t
       where exists (
               select 1
                 from conversation c
                where c.tenant_id = t.tenant_id
                  and c.status = 'active'
                  and c.last_activity_at < :idleSince)
      """;

  private static final String CLOSE =
      """
      update conversation c
         set status = 'closed'
        from (select i.id
                from conversation i
               where i.tenant_id = :tenantId
                 and i.status = 'active'
                 and i.last_activity_at < :idleSince
               order by i.last_activity_at
               limit :limit
                 for update skip locked) idle
       where c.tenant_id = :tenantId
         and c.id = idle.id
      returning c.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditTrail auditTrail;
  private final LiveUpdates liveUpdates;
  private final Clock clock;
  private final IdleProperties properties;

  IdleConversations(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      AuditTrail auditTrail,
      LiveUpdates liveUpdates,
      Clock clock,
      IdleProperties properties) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.auditTrail = auditTrail;
    this.liveUpdates = liveUpdates;
    this.clock = clock;
    this.properties = properties;
  }

  /// Closes all that are idle now.
  @Scheduled(fixedDelayString = "${portal.conversations.idle.check-every:1m}")
  void close() {
    Instant idleSince = clock.instant().minus(properties.closeAfter());
    for (TenantId tenantId : tenantsWithIdleAcrossTenants(idleSince)) {
      int closed;
      do {
        closed = closeSome(tenantId, idleSince);
      } while (closed == CLOSED_AT_ONCE);
    }
  }

  private int closeSome(TenantId tenantId, Instant idleSince) {
    List<UUID> closed =
        Objects.requireNonNull(
            transactions.execute(_ -> {
              List<UUID> ids =
                  jdbc.sql(CLOSE)
                      .param("tenantId", tenantId.value())
                      .param("idleSince", Timestamp.from(idleSince))
                      .param("limit", CLOSED_AT_ONCE)
                      .query(UUID.class)
                      .list();
              ids.forEach(id -> record(tenantId, id));
              return ids;
            }));
    liveUpdates.changed(tenantId, closed);
    return closed.size();
  }

  private void record(TenantId tenantId, UUID id) {
    auditTrail.record(
        new AuditEvent(
            tenantId,
            "conversations",
            "conversation.closed",
            "conversation:" + id,
            Map.of("reason", "idle", "afterHours", properties.closeAfter().toHours())));
  }

  private List<TenantId> tenantsWithIdleAcrossTenants(Instant idleSince) {
    return jdbc.sql(TENANTS_WITH_IDLE_ACROSS_TENANTS)
        .param("idleSince", Timestamp.from(idleSince))
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }
}
