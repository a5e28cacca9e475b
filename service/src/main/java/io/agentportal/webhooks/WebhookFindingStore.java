package io.agentportal.webhooks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The table `webhook_finding`.
@Repository
class WebhookFindingStore {
  private static final String ADD =
      """
      insert into webhook_finding as f (day, tenant_id, source, finding, calls, last_at)
      values (:day, :tenantId, :source, :finding, :calls, :lastAt)
      on conflict (tenant_id, day, source, finding) do update
         set calls = f.calls + excluded.calls,
             last_at = greatest(f.last_at, excluded.last_at)
      """;

  private static final String DELETE_BEFORE =
      """
      delete from webhook_finding f
       where f.day < :day
      """;

  private final JdbcClient jdbc;

  WebhookFindingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  void addAcrossTenants(Map<WebhookFindings.Key, WebhookFindings.Count> counts) {
    counts.forEach((key, count) ->
        jdbc.sql(ADD)
            .param("day", key.day())
            .param("tenantId", key.tenant())
            .param("source", key.source().name())
            .param("finding", key.finding().slug())
            .param("calls", count.calls())
            .param("lastAt", count.lastAt().atOffset(ZoneOffset.UTC))
            .update());
  }

  void deleteBeforeAcrossTenants(LocalDate day) {
    jdbc.sql(DELETE_BEFORE).param("day", day).update();
  }
}
