package io.agentportal.webhooks;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// The storing side of the module on a test's database, without the web server.
final class StoreParts {
  final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final WebhookMetrics metrics = new WebhookMetrics(registry);
  final List<WebhooksArrived> arrived = new CopyOnWriteArrayList<>();
  final JdbcClient jdbc;
  final WebhookPartitions partitions;
  final GroupCommit groupCommit;
  final WebhookInbox inbox;
  private final WriterConnections connections;

  StoreParts(TestDatabase database) {
    this(database, properties(1, Duration.ofSeconds(20)));
  }

  StoreParts(TestDatabase database, WebhookProperties properties) {
    jdbc = database.jdbc();
    partitions = new WebhookPartitions(jdbc, database.transactions(), clock, properties);
    connections = new WriterConnections(database.dataSource(), properties);
    groupCommit =
        new GroupCommit(
            new WebhookEventStore(connections, clock),
            event -> arrived.add((WebhooksArrived) event),
            metrics,
            properties);
    inbox = new WebhookInbox(jdbc);
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

  static String bodyOf(WebhookEvent event) {
    return new String(event.body(), StandardCharsets.UTF_8);
  }

  void close() throws InterruptedException {
    groupCommit.stop();
    connections.close();
  }
}
