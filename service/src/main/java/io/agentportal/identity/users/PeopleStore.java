package io.agentportal.identity.users;

import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `portal_user` as admins see it.
@Repository
class PeopleStore {
  private static final int AT_MOST = 1_000;

  private static final String LIST =
      """
      select u.id, u.email, u.name, u.role, u.role_override,
             greatest(u.last_login_at, max(s.last_used_at)) as last_seen_at
        from portal_user u
        left join portal_session s
          on s.tenant_id = u.tenant_id
         and s.user_id = u.id
       where u.tenant_id = :tenantId
       group by u.tenant_id, u.id
       order by u.email, u.id
       limit :limit
      """;

  private static final String LOCK =
      "select t.id from tenant t where t.id = :tenantId for no key update";

  private static final String OVERRIDE =
      """
      update portal_user u
         set role_override = :role
       where u.tenant_id = :tenantId
         and u.id = :id
      """;

  private final JdbcClient jdbc;

  PeopleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By e-mail address, at most 1000.
  List<Person> list(TenantId tenantId) {
    return jdbc.sql(LIST)
        .param("tenantId", tenantId.value())
        .param("limit", AT_MOST)
        .query((row, _) -> toPerson(row))
        .list();
  }

  /// Makes those who change roles of a tenant queue up until the transaction ends.
  void lock(TenantId tenantId) {
    jdbc.sql(LOCK).param("tenantId", tenantId.value()).query(UUID.class).single();
  }

  void override(TenantId tenantId, UserId id, @Nullable Role role) {
    jdbc.sql(OVERRIDE)
        .param("tenantId", tenantId.value())
        .param("id", id.value())
        .param("role", role == null ? null : role.wireName())
        .update();
  }

  private static Person toPerson(ResultSet row) throws SQLException {
    String override = row.getString("role_override");
    return new Person(
        new UserId(row.getObject("id", UUID.class)),
        row.getString("email"),
        row.getString("name"),
        role(row.getString("role")),
        override == null ? null : role(override),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
  }

  private static Role role(String wireName) {
    return Role.valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
