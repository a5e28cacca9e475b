package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `connectivity_test`: the last test of each tenant. Every statement names one tenant.
@Repository
class ConnectivityTestStore {
  /// An older test that ends later does not replace a newer one.
  private static final String SAVE =
      """
      insert into connectivity_test as t (tenant_id, tested_at, checks)
      values (:tenantId, :testedAt, cast(:checks as jsonb))
          on conflict (tenant_id) do update
         set tested_at = excluded.tested_at,
             checks = excluded.checks
       where t.tested_at <= excluded.tested_at
      """;

  private static final String FIND =
      """
      select t.tested_at, t.checks
        from connectivity_test t
       where t.tenant_id = :tenantId
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ConnectivityTestStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record Kept(Instant testedAt, List<Check> checks) {}

  void save(TenantId tenantId, Instant testedAt, List<Check> checks) {
    jdbc.sql(SAVE)
        .param("tenantId", tenantId.value())
        .param("testedAt", Timestamp.from(testedAt))
        .param("checks", json.writeValueAsString(checks))
        .update();
  }

  Optional<Kept> find(TenantId tenantId) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) ->
            new Kept(
                row.getTimestamp("tested_at").toInstant(),
                List.of(json.readValue(row.getString("checks"), Check[].class))))
        .optional();
  }
}
