package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
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
  void dropsOldDaysOnceTheyAreRouted() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "of the first of March"));
    parts.clock.advance(Duration.ofDays(32));

    parts.partitions.dropExpiredAcrossTenants();
    List<String> whileUnread = partitions();
    database.jdbc().sql("delete from webhook_unread").update();
    parts.partitions.dropExpiredAcrossTenants();

    assertThat(whileUnread).contains("webhook_event_20260301");
    assertThat(partitions()).doesNotContain("webhook_event_20260301", "webhook_event_20260302");
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
