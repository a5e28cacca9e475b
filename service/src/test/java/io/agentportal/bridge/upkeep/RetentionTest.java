package io.agentportal.bridge.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final JdbcClient jdbc = database.jdbc();
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final Retention retention =
      new Retention(
          new RetentionStore(jdbc),
          new RetentionProperties(Duration.ofDays(365), Duration.ofDays(90)),
          clock);

  @Test
  void dropsEachKindAtItsOwnAge() {
    writeOneOfEach();
    clock.advance(Duration.ofDays(31));
    writeOneOfEach();

    retention.drop();
    assertThat(left()).as("after 31 days").containsExactly(2L, 2L);
    clock.advance(Duration.ofDays(60));
    retention.drop();
    assertThat(left()).as("after 91 days").containsExactly(2L, 1L);
    clock.advance(Duration.ofDays(366));
    retention.drop();
    assertThat(left()).containsExactly(0L, 0L);
  }

  private void writeOneOfEach() {
    write(
        """
        insert into account_notice (tenant_id, id, event_id, field, waba_id, phone_number_id, raw, at, received_at)
        values (:tenant, :id, 1, 'security', '1', '2', '{}', :now, :now)
        """);
    write(
        """
        insert into delivery_dead (tenant_id, id, contact_id, direction, sort_at, message_id, payload, attempts,
                                   created_at, died_at, error_code, error_text)
        values (:tenant, :id, :id, 'to_genesys', :now, :id, '{}', 1, :now, :now, 'test', 'test')
        """);
  }

  private void write(String sql) {
    jdbc.sql(sql)
        .param("id", UUID.randomUUID())
        .param("tenant", UUID.randomUUID())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Long> left() {
    return jdbc.sql(
            """
            select (select count(*) from account_notice) as notices,
                   (select count(*) from delivery_dead) as dead
            """)
        .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
        .single();
  }
}
