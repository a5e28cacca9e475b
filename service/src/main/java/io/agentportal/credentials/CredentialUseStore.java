package io.agentportal.credentials;

import io.agentportal.credentials.SecretUse.Use;
import io.agentportal.platform.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `credential_use`.
@Repository
class CredentialUseStore {
  private static final String ADD =
      """
      insert into credential_use as u (tenant_id, kind, version, calls, last_at)
      values (:tenantId, :kind, :version, :calls, :lastAt)
      on conflict (tenant_id, kind, version) do update
         set calls = u.calls + excluded.calls,
             last_at = greatest(u.last_at, excluded.last_at)
      """;

  private static final String BY_VERSION =
      """
      select u.version, u.calls, u.last_at
        from credential_use u
       where u.tenant_id = :tenantId
         and u.kind = :kind
      """;

  private final JdbcClient jdbc;

  CredentialUseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void addAcrossTenants(Map<SecretUse.Key, Use> uses) {
    uses.forEach((key, use) ->
        jdbc.sql(ADD)
            .param("tenantId", key.tenantId().value())
            .param("kind", key.kind().name())
            .param("version", key.version())
            .param("calls", use.calls())
            .param("lastAt", use.lastAt().atOffset(ZoneOffset.UTC))
            .update());
  }

  Map<Integer, Use> byVersion(TenantId tenantId, CredentialKind kind) {
    Map<Integer, Use> uses = new HashMap<>();
    jdbc.sql(BY_VERSION)
        .param("tenantId", tenantId.value())
        .param("kind", kind.name())
        .query(row -> {
          uses.put(
              row.getInt("version"),
              new Use(
                  row.getLong("calls"),
                  row.getObject("last_at", OffsetDateTime.class).toInstant()));
        });
    return uses;
  }
}
