package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WebhookUpgradeTest {
  private static final String NAME = "webhook_upgrade";
  private static final String BEFORE_PARCELS = "9";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final DriverManagerDataSource source =
      new DriverManagerDataSource(
          database.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + NAME),
          setting("user"),
          setting("password"));
  private final JdbcClient jdbc = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final TenantId tenant = StoreParts.aTenant();

  @BeforeAll
  static void createAnEmptyDatabase() {
    dropIt();
    database.jdbc().sql("create database " + NAME).update();
  }

  @AfterAll
  static void dropIt() {
    database.jdbc().sql("drop database if exists " + NAME + " with (force)").update();
  }

  @Test
  void routesWhatTheVersionBeforeParcelsHasLeftBehind() {
    migrateTo(BEFORE_PARCELS);
    storeAsBeforeParcels("first");
    storeAsBeforeParcels("second");

    migrateTo("latest");
    var inbox = new WebhookInbox(jdbc);
    new UnreadTakeover(jdbc, inbox, transaction).moveAcrossTenants();

    assertThat(takeAndRoute(inbox)).containsExactly("first", "second");
    assertThat(takeAndRoute(inbox)).isEmpty();
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private void storeAsBeforeParcels(String body) {
    jdbc.sql(
            """
            with kept as (
              insert into webhook_event (id, received_at, tenant_id, source, signed_with, body)
              values (nextval('webhook_event_id'), now(), :tenantId, 'META', 'current',
                      convert_to(:body, 'UTF8'))
              returning id, received_at, body
            )
            insert into webhook_unread (shard, event_id, received_at, bytes)
            select :shard, k.id, k.received_at, length(k.body)
              from kept k
            """)
        .param("tenantId", tenant.value())
        .param("body", body)
        .param("shard", Shards.of(tenant, new byte[0]))
        .update();
  }

  private List<String> takeAndRoute(WebhookInbox inbox) {
    return transaction.execute(_ -> {
      List<WebhookEvent> events = inbox.takeAcrossTenants(Shards.of(tenant, new byte[0]), 10);
      inbox.routed(events);
      return events.stream().map(StoreParts::bodyOf).toList();
    });
  }

  private static String setting(String key) {
    return Objects.requireNonNull(database.properties().get("portal.database." + key));
  }
}
