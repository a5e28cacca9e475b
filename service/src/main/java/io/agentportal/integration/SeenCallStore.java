package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `partner_call`. Every statement names one tenant.
@Repository
class SeenCallStore {
  private static final String SAVE =
      """
      insert into partner_call as c (tenant_id, partner, kind, first_at, last_at)
      values (:tenantId, :partner, :kind, :at, :at)
          on conflict (tenant_id, partner, kind) do update
         set last_at = greatest(c.last_at, excluded.last_at)
      """;

  private static final String FIND =
      """
      select min(c.first_at) filter (where c.kind = 'handshake') as handshake,
             min(c.first_at) filter (where c.kind = 'signed') as signed,
             max(c.last_at) filter (where c.kind = 'signed') as last_signed
        from partner_call c
       where c.tenant_id = :tenantId
         and c.partner = :partner
      """;

  private static final String FORGET =
      """
      delete from partner_call c
       where c.tenant_id = :tenantId
      """;

  private final JdbcClient jdbc;

  SeenCallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(TenantId tenantId, String partner, String kind, Instant at) {
    jdbc.sql(SAVE)
        .param("tenantId", tenantId.value())
        .param("partner", partner)
        .param("kind", kind)
        .param("at", Timestamp.from(at))
        .update();
  }

  SeenCalls.Seen find(TenantId tenantId, String partner) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .param("partner", partner)
        .query((row, _) ->
            new SeenCalls.Seen(
                instant(row, "handshake"), instant(row, "signed"), instant(row, "last_signed")))
        .optional()
        .orElse(SeenCalls.Seen.NOTHING);
  }

  void forget(TenantId tenantId) {
    jdbc.sql(FORGET).param("tenantId", tenantId.value()).update();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
