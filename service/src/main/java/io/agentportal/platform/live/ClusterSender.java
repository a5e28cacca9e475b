package io.agentportal.platform.live;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the other nodes what changed here, by PostgreSQL's `NOTIFY`: one statement for all tenants
/// and never more than a few a second.
@Component
class ClusterSender {
  private static final Logger log = LoggerFactory.getLogger(ClusterSender.class);

  private static final String NOTIFY =
      """
      select count(pg_notify(:channel, m.payload))
        from unnest(cast(:payloads as text[])) as m (payload)
      """;

  private final JdbcClient jdbc;
  private final UUID node = UUID.randomUUID();
  private final Courier courier;
  private boolean failing;

  ClusterSender(JdbcClient jdbc, LiveProperties properties) {
    this.jdbc = jdbc;
    this.courier = new Courier("live-cluster", properties.interval(), this::send);
  }

  /// This node's name among the others.
  UUID node() {
    return node;
  }

  void announce(Activity activity) {
    courier.add(activity);
  }

  @PreDestroy
  void stop() {
    courier.close();
  }

  private void send(List<Activity> activities) {
    try {
      jdbc.sql(NOTIFY)
          .param("channel", ClusterMessage.CHANNEL)
          .param(
              "payloads",
              activities.stream()
                  .map(activity -> new ClusterMessage(node, activity).write())
                  .toArray(String[]::new))
          .query(Long.class)
          .single();
      failing = false;
    } catch (DataAccessException e) {
      if (!failing) {
        log.warn("Other nodes do not hear of changes; their consoles fall back to polling", e);
      }
      failing = true;
    }
  }
}
