package io.agentportal.bridge.notices;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The read model of Meta's notices.
@Component
class AccountNoticeQueries {
  private static final String PAGE =
      """
      select n.id, n.field, n.severity, n.text, n.phone_number_id, n.at
        from account_notice n
       where n.tenant_id = :tenantId
       order by n.at desc, n.id desc
       limit :limit offset :offset
      """;

  private static final String COUNT =
      """
      select count(*)
        from account_notice n
       where n.tenant_id = :tenantId
      """;

  private final JdbcClient jdbc;

  AccountNoticeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param field Meta's name of the subject
  /// @param severity `info`, `warning` or `critical`
  /// @param text one sentence
  /// @param phoneNumberId `""` where it concerns the whole account
  record AccountNotice(
      UUID id, String field, String severity, String text, String phoneNumberId, Instant at) {}

  List<AccountNotice> page(TenantId tenant, int page, int pageSize) {
    return jdbc.sql(PAGE)
        .param("tenantId", tenant.value())
        .param("limit", pageSize)
        .param("offset", (long) (page - 1) * pageSize)
        .query(AccountNoticeQueries::toNotice)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql(COUNT).param("tenantId", tenant.value()).query(Long.class).single();
  }

  private static AccountNotice toNotice(ResultSet row, int number) throws SQLException {
    return new AccountNotice(
        row.getObject("id", UUID.class),
        row.getString("field"),
        row.getString("severity"),
        row.getString("text"),
        row.getString("phone_number_id"),
        row.getTimestamp("at").toInstant());
  }
}
