package io.agentportal.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class StepRetentionTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final JdbcClient jdbc = database.jdbc();
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final StepRetention retention =
      new StepRetention(jdbc, new HistoryProperties(Duration.ofDays(90)), clock);

  @Test
  void dropsTheHistoryOfOldMessagesOfEveryTenant() {
    for (int tenant = 0; tenant < 3; tenant++) {
      write(UUID.randomUUID(), UuidV7.lowest(clock.instant()), "received", "delivered");
    }
    clock.advance(Duration.ofDays(60));
    UUID young = UuidV7.lowest(clock.instant());
    write(UUID.randomUUID(), young, "received");
    clock.advance(Duration.ofDays(31));

    retention.drop();

    assertThat(jdbc.sql("select s.message_id from message_step s").query(UUID.class).list())
        .isEqualTo(List.of(young));
  }

  private void write(UUID tenant, UUID message, String... steps) {
    for (String step : steps) {
      jdbc.sql(
              """
              insert into message_step (tenant_id, message_id, at, step)
              values (:tenant, :message, :at, :step)
              """)
          .param("tenant", tenant)
          .param("message", message)
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .param("step", step)
          .update();
    }
  }
}
