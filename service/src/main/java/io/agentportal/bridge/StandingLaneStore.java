package io.agentportal.bridge;

import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `delivery_lane`, as far as lanes stand still and something outside makes them move: a
/// node that is gone, an admin who put something right, a status that came.
@Repository
class StandingLaneStore {
  private static final String TAKE_OVER =
      """
      update delivery_lane l
         set owner = null, due_at = :now, uncertain_since = coalesce(l.uncertain_since, :endedAt)
       where l.owner = any (cast(:nodes as uuid[]))
      """;

  private static final String UNBLOCK =
      """
      update delivery_lane l
         set due_at = :now, needs_credentials = false
       where l.tenant_id = :tenantId
         and l.needs_credentials
         and l.blocked_at < :before
         and l.owner is null
      """;

  private static final String BLOCKED =
      """
      select distinct l.tenant_id
        from delivery_lane l
       where l.needs_credentials
      """;

  private static final String RECHECK =
      """
      update delivery_lane l
         set due_at = :now
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]))
             as n (tenant_id, contact_id, direction)
       where l.tenant_id = n.tenant_id
         and l.contact_id = n.contact_id
         and l.direction = n.direction
         and l.sending is not null
         and l.owner is null
      """;

  private final JdbcClient jdbc;

  StandingLaneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Frees the lanes of nodes that are gone. What they were sending is uncertain.
  ///
  /// @param endedAt when the calls of those nodes have ended at the latest
  int takeOverAcrossTenants(Collection<UUID> nodes, Instant endedAt, Instant now) {
    return jdbc.sql(TAKE_OVER)
        .param("nodes", Columns.of(nodes, node -> node))
        .param("endedAt", endedAt.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Tenants with lanes that wait for an admin.
  List<TenantId> blockedAcrossTenants() {
    return jdbc.sql(BLOCKED).query((row, _) -> new TenantId(row.getObject(1, UUID.class))).list();
  }

  /// Lets lanes move that have waited for an admin since before then.
  int unblock(TenantId tenant, Instant before, Instant now) {
    return jdbc.sql(UNBLOCK)
        .param("tenantId", tenant.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A status told of what these lanes are sending: what is uncertain there is looked at again now.
  /// The caller has locked them.
  void recheckAcrossTenants(Collection<Lane> lanes, Instant now) {
    if (!lanes.isEmpty()) {
      jdbc.sql(RECHECK)
          .param("tenantIds", Columns.of(lanes, Lane::tenantId))
          .param("contactIds", Columns.of(lanes, Lane::contactId))
          .param("directions", Columns.of(lanes, lane -> lane.direction().wireName()))
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
