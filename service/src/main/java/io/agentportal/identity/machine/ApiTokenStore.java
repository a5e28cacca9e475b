package io.agentportal.identity.machine;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `api_token`.
@Repository
class ApiTokenStore {
  private static final String COLUMNS =
      """
      select a.tenant_id, a.id, a.name, a.scopes, a.created_by, a.created_at, a.expires_at,
             a.last_used_at
        from api_token a
      """;

  private static final String LIST =
      COLUMNS + " where a.tenant_id = :tenantId order by a.created_at desc, a.id";

  private static final String FIND_BY_HASH =
      COLUMNS + " where a.token_hash = :hash and a.expires_at > :now";

  private static final String INSERT =
      """
      insert into api_token
             (tenant_id, id, name, token_hash, scopes, created_by, created_at, expires_at)
      values (:tenantId, :id, :name, :hash, :scopes, :createdBy, :createdAt, :expiresAt)
      """;

  private static final String DELETE =
      "delete from api_token a where a.tenant_id = :tenantId and a.id = :id returning a.name";

  private static final String USED =
      "update api_token a set last_used_at = :now where a.tenant_id = :tenantId and a.id = :id";

  private final JdbcClient jdbc;

  ApiTokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest first.
  List<ApiToken> list(TenantId tenantId) {
    return jdbc.sql(LIST)
        .param("tenantId", tenantId.value())
        .query((row, _) -> toToken(row))
        .list();
  }

  /// Across tenants: the token is what tells the tenant.
  Optional<ApiToken> findAcrossTenants(byte[] hash, Instant now) {
    return jdbc.sql(FIND_BY_HASH)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> toToken(row))
        .optional();
  }

  void insert(ApiToken token, byte[] hash) {
    jdbc.sql(INSERT)
        .param("tenantId", token.tenantId().value())
        .param("id", token.id())
        .param("name", token.name())
        .param("hash", hash)
        .param("scopes", token.scopes().stream().map(Scope::wireName).toArray(String[]::new))
        .param("createdBy", token.createdBy())
        .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The name of the deleted one.
  Optional<String> delete(TenantId tenantId, UUID id) {
    return jdbc.sql(DELETE)
        .param("tenantId", tenantId.value())
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void used(ApiToken token, Instant now) {
    jdbc.sql(USED)
        .param("tenantId", token.tenantId().value())
        .param("id", token.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ApiToken toToken(ResultSet row) throws SQLException {
    String[] scopes = (String[]) row.getArray("scopes").getArray();
    return new ApiToken(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getString("name"),
        Arrays.stream(scopes).flatMap(each -> Scope.find(each).stream()).toList(),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
