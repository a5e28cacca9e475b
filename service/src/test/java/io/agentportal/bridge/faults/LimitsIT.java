package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What WhatsApp would refuse is not even sent: too much, or too late.
class LimitsIT {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static FaultWorld world;

  @BeforeAll
  static void start() {
    world = FaultWorld.start(database.properties(), database.jdbc(), Map.of());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void keepsToTheLimitOfOneCustomerWithoutBeingRefused() {
    world.control.settings(Map.of("meta", Map.of("pairLimit", true)));
    try (var letters = Correspondence.of(world, world.northwind, 1)) {
      var books = new Books(world, letters);
      letters.write(50);

      Duration waited = world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(25));
      assertThat(retriesOf(letters)).isZero();
    }
  }

  @Test
  void refusesAFreeTextADayAfterTheCustomerWrote() {
    try (var letters = Correspondence.of(world, world.contoso, 1)) {
      var books = new Books(world, letters);
      String customer = letters.customers().getFirst();
      letters.write(1);
      world.passUntil(books::areClosed);
      world.jump(Duration.ofHours(23));
      letters.writeAsAgents(1);
      world.awaitSoon(books::areDelivered);
      long failedWithinTheDay = books.failedAnswers();

      world.jump(Duration.ofHours(2));
      letters.writeAsAgents(1);
      world.awaitSoon(() -> books.failedAnswers() == 1);
      letters.write(1);
      world.awaitSoon(() -> books.atWhatsApp().getOrDefault(customer, List.of()).size() == 3);

      assertThat(failedWithinTheDay).isZero();
      assertThat(codes(letters)).containsExactly("131047");
    }
  }

  private static long retriesOf(Correspondence letters) {
    return world
        .jdbc
        .sql(
            "select count(*) from message_step s where s.tenant_id = :t and s.step in ('retry',"
                + " 'uncertain')")
        .param("t", letters.tenant().value())
        .query(Long.class)
        .single();
  }

  private static List<String> codes(Correspondence letters) {
    return world
        .jdbc
        .sql(
            "select m.error_code from message m where m.tenant_id = :t and m.error_code is not"
                + " null")
        .param("t", letters.tenant().value())
        .query(String.class)
        .list();
  }
}
