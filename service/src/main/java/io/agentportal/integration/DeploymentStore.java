package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `webhook_deployment`. Every statement names one tenant.
@Repository
class DeploymentStore {
  /// A refusal does not make somebody else the maker of what is there.
  private static final String SAVE =
      """
      insert into webhook_deployment as d
             (tenant_id, step, status, message, url, made_by_us, changed_at)
      values (:tenantId, :step, :status, :message, :url, :madeByUs, :now)
          on conflict (tenant_id, step) do update
         set status = excluded.status,
             message = excluded.message,
             url = excluded.url,
             made_by_us = case when excluded.status = 'done' then excluded.made_by_us
                               else d.made_by_us end,
             changed_at = case when d.status = excluded.status and d.url = excluded.url
                               then d.changed_at else excluded.changed_at end
      """;

  private static final String FIND =
      """
      select d.step, d.status, d.message, d.url, d.made_by_us, d.changed_at
        from webhook_deployment d
       where d.tenant_id = :tenantId
      """;

  private static final String FORGET =
      """
      delete from webhook_deployment d
       where d.tenant_id = :tenantId
         and d.step = :step
      """;

  private final JdbcClient jdbc;

  DeploymentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A step that ended.
  ///
  /// @param url our address that it is about
  record Ended(
      String step,
      DeployStep.Status status,
      String message,
      String url,
      boolean madeByUs,
      Instant changedAt) {

    boolean isDone(String currentUrl) {
      return status == DeployStep.Status.DONE && url.equals(currentUrl);
    }
  }

  void save(TenantId tenantId, Ended ended) {
    jdbc.sql(SAVE)
        .param("tenantId", tenantId.value())
        .param("step", ended.step())
        .param("status", ended.status().wireName())
        .param("message", ended.message())
        .param("url", ended.url())
        .param("madeByUs", ended.madeByUs())
        .param("now", Timestamp.from(ended.changedAt()))
        .update();
  }

  /// By name.
  Map<String, Ended> find(TenantId tenantId) {
    return jdbc
        .sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) -> ended(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Ended::step, Function.identity()));
  }

  void forget(TenantId tenantId, String step) {
    jdbc.sql(FORGET).param("tenantId", tenantId.value()).param("step", step).update();
  }

  private static Ended ended(ResultSet row) throws SQLException {
    return new Ended(
        row.getString("step"),
        DeployStep.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("message"),
        row.getString("url"),
        row.getBoolean("made_by_us"),
        row.getTimestamp("changed_at").toInstant());
  }
}
