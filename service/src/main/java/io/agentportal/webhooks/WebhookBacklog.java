package io.agentportal.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much waits to be routed, and for how long already.
@Component
class WebhookBacklog {

  /// Looks at no more than 100,000 rows: more is known to be too much.
  private static final String MEASURE =
      """
      select coalesce(sum(s.waiting), 0) as calls, min(s.received_at) as oldest
        from (select p.received_at, p.calls - p.routed as waiting
                from webhook_pending p
               limit 100000) s
      """;

  private final JdbcClient jdbc;
  private final WebhookMetrics metrics;
  private final Clock clock;

  WebhookBacklog(JdbcClient jdbc, WebhookMetrics metrics, Clock clock) {
    this.jdbc = jdbc;
    this.metrics = metrics;
    this.clock = clock;
  }

  void measureAcrossTenants() {
    Measure measure = jdbc.sql(MEASURE).query(this::toMeasure).single();
    metrics.unread(measure.calls(), measure.oldest());
  }

  private Measure toMeasure(ResultSet row, int number) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
    Instant now = clock.instant();
    return new Measure(
        row.getLong("calls"),
        oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
  }

  private record Measure(long calls, Duration oldest) {}
}
