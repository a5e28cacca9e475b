package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookPartitionsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final TenantId tenant = StoreParts.aTenant();
  private StoreParts parts;

  @BeforeEach
  void open() {
    database.clear();
    parts = new StoreParts(database);
  }

  @AfterEach
  void close() throws InterruptedException {
    parts.close();
  }

  @Test
  void makesTodayAndTheNextDays() {
    assertThat(partitions())
        .contains(
            "webhook_event_20260301",
            "webhook_event_20260302",
            "webhook_event_20260303",
            "webhook_event_20260304");
  }

  @Test
  void takesOverWhatTheDefaultPartitionCaught() throws Exception {
    parts.clock.advance(Duration.ofDays(200));
    parts.groupCommit.store(StoreParts.aCall(tenant, "nobody made a partition for me"));

    parts.partitions.prepareAcrossTenants();

    assertThat(whereIs("nobody made a partition for me")).isEqualTo("webhook_event_20260917");
  }

  @Test
  void takesOverWhileCallsKeepComing() throws Exception {
    parts.clock.advance(Duration.ofDays(300));
    var stop = new AtomicBoolean();

    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> sent =
          IntStream.range(0, 8).mapToObj(_ -> senders.submit(() -> storeUntil(stop))).toList();
      await().until(() -> rowsOf("webhook_event_default") > 20);
      parts.partitions.prepareAcrossTenants();
      await().until(() -> rowsOf("webhook_event_20261226") > rowsOf("webhook_event_default") + 40);
      stop.set(true);
      int calls = 0;
      for (Future<Integer> each : sent) {
        calls += each.get();
      }

      assertThat(parts.stored(tenant)).hasSize(calls);
    }
    assertThat(rowsOf("webhook_event_default")).isZero();
  }

  @Test
  void leavesForLaterWhatItCannotMakeNow() throws Exception {
    parts.clock.advance(Duration.ofDays(400));
    try (Connection backup = database.dataSource().getConnection();
        var statement = backup.createStatement()) {
      backup.setAutoCommit(false);
      statement.execute("lock table webhook_event_default in access share mode");
      parts.partitions.prepareAcrossTenants();
      parts.groupCommit.store(StoreParts.aCall(tenant, "while a backup runs"));
      backup.rollback();
    }
    String before = whereIs("while a backup runs");

    parts.partitions.prepareAcrossTenants();

    assertThat(before).isEqualTo("webhook_event_default");
    assertThat(whereIs("while a backup runs")).isEqualTo("webhook_event_20270405");
  }

  @Test
  void isSafeOnManyNodesAtOnce() throws Exception {
    parts.clock.advance(Duration.ofDays(100));

    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = Collections.nCopies(5, Executors.callable(parts.partitions::prepareAcrossTenants));
      for (var run : nodes.invokeAll(runs)) {
        run.get();
      }
    }

    assertThat(partitions()).contains("webhook_event_20260609", "webhook_event_20260612");
  }

  @Test
  void dropsWhatTheDefaultPartitionCaughtOnceItIsRouted() throws Exception {
    parts.clock.advance(Duration.ofDays(500));
    parts.groupCommit.store(StoreParts.aCall(tenant, "a stray"));
    parts.clock.advance(Duration.ofDays(32));

    parts.partitions.dropExpiredAcrossTenants();
    List<String> whilePending = parts.stored(tenant);
    database.jdbc().sql("delete from webhook_pending").update();
    parts.partitions.dropExpiredAcrossTenants();

    assertThat(whilePending).containsExactly("a stray");
    assertThat(parts.stored(tenant)).isEmpty();
  }

  @Test
  void dropsOldDaysOnceTheyAreRouted() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "of the first of March"));
    parts.clock.advance(Duration.ofDays(32));

    parts.partitions.dropExpiredAcrossTenants();
    List<String> whileUnread = partitions();
    database.jdbc().sql("delete from webhook_pending").update();
    parts.partitions.dropExpiredAcrossTenants();

    assertThat(whileUnread).contains("webhook_event_20260301");
    assertThat(partitions()).doesNotContain("webhook_event_20260301", "webhook_event_20260302");
  }

  private int storeUntil(AtomicBoolean stop) throws NotStoredException {
    int calls = 0;
    while (!stop.get()) {
      parts.groupCommit.store(StoreParts.aCall(tenant, "call " + calls++));
    }
    return calls;
  }

  private long rowsOf(String partition) {
    return parts.jdbc.sql("select count(*) from " + partition).query(Long.class).single();
  }

  private List<String> partitions() {
    return parts
        .jdbc
        .sql(
            """
            select i.inhrelid::regclass::text
              from pg_inherits i
             where i.inhparent = 'webhook_event'::regclass
            """)
        .query(String.class)
        .list();
  }

  private String whereIs(String body) {
    return parts
        .jdbc
        .sql(
            """
            select e.tableoid::regclass::text
              from webhook_event e
             where e.body = convert_to(:body, 'UTF8')
            """)
        .param("body", body)
        .query(String.class)
        .single();
  }
}
