package io.agentportal.identity;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `portal_session`.
@Repository
class SessionStore {
  private static final String INSERT =
      """
      insert into portal_session
             (tenant_id, id, user_id, token_hash, created_at, last_used_at, expires_at,
             absolute_expires_at)
      values (:tenantId, :id, :userId, :tokenHash, :now, :now, :expiresAt, :absoluteExpiresAt)
      """;

  private static final String SELECT =
      """
      select s.tenant_id, s.id, s.last_used_at, s.expires_at, s.absolute_expires_at,
             u.id as user_id, u.email, u.name, coalesce(u.role_override, u.role) as role, u.avatar_url,
             u.created_at as user_created_at
        from portal_session s
        join portal_user u
          on u.tenant_id = s.tenant_id
         and u.id = s.user_id
      """;

  private static final String FIND_BY_TOKEN = SELECT + " where s.token_hash = :tokenHash";

  private static final String FIND = SELECT + " where s.tenant_id = :tenantId and s.id = :id";

  /// Two requests at once: the later one wins, the expiry never goes back.
  private static final String SLIDE =
      """
      update portal_session s
         set last_used_at = greatest(s.last_used_at, :now),
             expires_at = greatest(s.expires_at, :expiresAt)
       where s.tenant_id = :tenantId
         and s.id = :id
      """;

  private static final String DELETE =
      "delete from portal_session s where s.tenant_id = :tenantId and s.id = :id";

  private static final String DELETE_ALL =
      "delete from portal_session s where s.tenant_id = :tenantId";

  private static final String DELETE_EXPIRED =
      "delete from portal_session s where s.expires_at <= :now";

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Session session, byte[] tokenHash) {
    jdbc.sql(INSERT)
        .param("tenantId", session.user().tenantId().value())
        .param("id", session.id())
        .param("userId", session.user().id().value())
        .param("tokenHash", tokenHash)
        .param("now", utc(session.lastUsedAt()))
        .param("expiresAt", utc(session.expiresAt()))
        .param("absoluteExpiresAt", utc(session.absoluteExpiresAt()))
        .update();
  }

  /// Across tenants: the token is what tells the tenant.
  Optional<Session> findByTokenAcrossTenants(byte[] tokenHash) {
    return jdbc.sql(FIND_BY_TOKEN)
        .param("tokenHash", tokenHash)
        .query((row, _) -> toSession(row))
        .optional();
  }

  Optional<Session> find(TenantId tenantId, UUID id) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .param("id", id)
        .query((row, _) -> toSession(row))
        .optional();
  }

  void slide(Session session) {
    jdbc.sql(SLIDE)
        .param("tenantId", session.user().tenantId().value())
        .param("id", session.id())
        .param("now", utc(session.lastUsedAt()))
        .param("expiresAt", utc(session.expiresAt()))
        .update();
  }

  void delete(Session session) {
    jdbc.sql(DELETE)
        .param("tenantId", session.user().tenantId().value())
        .param("id", session.id())
        .update();
  }

  int deleteAll(TenantId tenantId) {
    return jdbc.sql(DELETE_ALL).param("tenantId", tenantId.value()).update();
  }

  int deleteExpiredAcrossTenants(Instant now) {
    return jdbc.sql(DELETE_EXPIRED).param("now", utc(now)).update();
  }

  private static Session toSession(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        UserStore.toUser(row),
        instant(row, "last_used_at"),
        instant(row, "expires_at"),
        instant(row, "absolute_expires_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
