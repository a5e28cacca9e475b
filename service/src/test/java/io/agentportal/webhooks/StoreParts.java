package io.agentportal.webhooks;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// The storing side of the module on a test's database, without the web server.
final class StoreParts {
  final MovableClock clock;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final WebhookMetrics metrics = new WebhookMetrics(registry);
  final List<WebhooksArrived> arrived = new CopyOnWriteArrayList<>();
  final JdbcClient jdbc;
  final WebhookPartitions partitions;
  final WebhookEventStore events;
  final GroupCommit groupCommit;
  final WebhookInbox inbox;
  final UnreadTakeover takeover;
  private final WriterConnections connections;

  StoreParts(TestDatabase database) {
    this(database, properties(1, Duration.ofSeconds(20)));
  }

  StoreParts(TestDatabase database, WebhookProperties properties) {
    this(database, properties, MovableClock.at("2026-03-01T10:00:00Z"));
  }

  private StoreParts(TestDatabase database, WebhookProperties properties, MovableClock clock) {
    this(database, properties, clock, clock);
  }

  /// @param writersClock what the writers ask for the time
  StoreParts(
      TestDatabase database, WebhookProperties properties, MovableClock clock, Clock writersClock) {
    this.clock = clock;
    jdbc = database.jdbc();
    partitions = new WebhookPartitions(jdbc, database.transactions(), clock, properties);
    connections = new WriterConnections(database.dataSource(), properties);
    events = new WebhookEventStore(connections, writersClock);
    groupCommit =
        new GroupCommit(events, event -> arrived.add((WebhooksArrived) event), metrics, properties);
    inbox = new WebhookInbox(jdbc);
    takeover = new UnreadTakeover(jdbc, inbox, database.transactions());
    partitions.prepareAcrossTenants();
    groupCommit.start();
  }

  static WebhookProperties properties(int writers, Duration answerWithin) {
    return new WebhookProperties(
        writers,
        64,
        DataSize.ofMegabytes(1),
        DataSize.ofMegabytes(64),
        Duration.ofSeconds(5),
        answerWithin,
        Duration.ofMillis(25),
        30);
  }

  static TenantId aTenant() {
    return new TenantId(UUID.randomUUID());
  }

  static NewWebhook aCall(TenantId tenant, String body) {
    return new NewWebhook(
        tenant,
        WebhookSource.META,
        "current",
        "application/json",
        "facebookexternalua",
        body.getBytes(StandardCharsets.UTF_8));
  }

  /// What the log keeps, each call by itself.
  List<String> stored(TenantId tenant) {
    return jdbc
        .sql(
            """
            select e.body, e.lengths
              from webhook_event e
             where e.tenant_id = :tenantId
            """)
        .param("tenantId", tenant.value())
        .query((row, _) -> WebhookParcel.bodies(row.getBytes("body"), lengths(row)))
        .stream()
        .flatMap(List::stream)
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .toList();
  }

  private static Integer @Nullable [] lengths(ResultSet row) throws SQLException {
    Array lengths = row.getArray("lengths");
    return lengths == null ? null : (Integer[]) lengths.getArray();
  }

  static String bodyOf(WebhookEvent event) {
    return new String(event.body(), StandardCharsets.UTF_8);
  }

  void close() throws InterruptedException {
    groupCommit.stop();
    connections.close();
  }
}
