package io.agentportal.identity;

import io.agentportal.genesys.GenesysIdentity;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `portal_user`. Every statement names one tenant.
@Repository
class UserStore {
  private static final String SIGNED_IN =
      """
      insert into portal_user as u
             (tenant_id, id, genesys_user_id, email, name, role, avatar_url, created_at,
             last_login_at)
      values (:tenantId, :id, :genesysUserId, :email, :name, :role, :avatarUrl, :now, :now)
      on conflict (tenant_id, genesys_user_id) do update
         set email = excluded.email,
             name = excluded.name,
             role = excluded.role,
             avatar_url = excluded.avatar_url,
             last_login_at = excluded.last_login_at
      returning u.tenant_id, u.id as user_id, u.email, u.name,
                coalesce(u.role_override, u.role) as role, u.avatar_url,
                u.created_at as user_created_at
      """;

  private final JdbcClient jdbc;

  UserStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes over what Genesys says about the person.
  PortalUser signedIn(TenantId tenantId, GenesysIdentity identity, Role role, Instant now) {
    return jdbc.sql(SIGNED_IN)
        .param("tenantId", tenantId.value())
        .param("id", UUID.randomUUID())
        .param("genesysUserId", identity.userId())
        .param("email", identity.email())
        .param("name", identity.name())
        .param("role", role.wireName())
        .param("avatarUrl", identity.avatarUrl())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> toUser(row))
        .single();
  }

  /// Reads the columns `tenant_id`, `user_id`, `email`, `name`, `role`, `avatar_url` and
  /// `user_created_at`.
  static PortalUser toUser(ResultSet row) throws SQLException {
    return new PortalUser(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("avatar_url"),
        row.getObject("user_created_at", OffsetDateTime.class).toInstant());
  }
}
