package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `webhook_drift`.
@Repository
class DriftStore {
  private static final String BEGIN =
      """
      insert into webhook_drift (tenant_id, checked_at, findings)
      values (:tenantId, :now, '[]')
          on conflict (tenant_id) do update
         set checked_at = excluded.checked_at,
             findings = excluded.findings
      """;

  private static final String SAVE =
      """
      update webhook_drift d
         set checked_at = :now,
             findings = cast(:findings as jsonb)
       where d.tenant_id = :tenantId
      """;

  private static final String FIND =
      """
      select d.checked_at, d.findings
        from webhook_drift d
       where d.tenant_id = :tenantId
      """;

  private static final String END =
      """
      delete from webhook_drift d
       where d.tenant_id = :tenantId
      """;

  /// Moves the time on at once, so that of several nodes one looks.
  private static final String CLAIM =
      """
      update webhook_drift d
         set checked_at = :now
       where d.tenant_id in (
               select e.tenant_id
                 from webhook_drift e
                where e.checked_at < :before
                order by e.checked_at
                limit :limit
                  for update skip locked)
      returning d.tenant_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DriftStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record Looked(Instant at, List<Drift> findings) {}

  /// From now on the tenant is watched; what was found before is settled.
  void begin(TenantId tenantId, Instant now) {
    jdbc.sql(BEGIN).param("tenantId", tenantId.value()).param("now", Timestamp.from(now)).update();
  }

  void end(TenantId tenantId) {
    jdbc.sql(END).param("tenantId", tenantId.value()).update();
  }

  void save(TenantId tenantId, Instant now, List<Drift> findings) {
    jdbc.sql(SAVE)
        .param("tenantId", tenantId.value())
        .param("now", Timestamp.from(now))
        .param("findings", json.writeValueAsString(findings))
        .update();
  }

  /// Empty: nothing is deployed.
  Optional<Looked> find(TenantId tenantId) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) ->
            new Looked(
                row.getTimestamp("checked_at").toInstant(),
                List.of(json.readValue(row.getString("findings"), Drift[].class))))
        .optional();
  }

  List<TenantId> claimAcrossTenants(Instant before, Instant now, int limit) {
    return jdbc.sql(CLAIM)
        .param("before", Timestamp.from(before))
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }
}
