package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.DataDirectory;
import io.agentportal.platform.db.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Service and database started again in the middle of the day.
class RestartIT {
  private static final int CUSTOMERS = FaultWorld.MESSAGES >= 1000 ? 100 : 20;
  private static final int ROUNDS = FaultWorld.MESSAGES / CUSTOMERS;

  @TempDir Path folder;
  private EmbeddedPostgres database;
  private FaultWorld world;

  @BeforeEach
  void start() {
    database = startDatabase();
    Map<String, String> properties =
        Map.of(
            "portal.database.url", database.url(),
            "portal.database.user", database.user(),
            "portal.database.password", database.password());
    var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
    world =
        FaultWorld.start(
            properties, JdbcClient.create(source), Map.of("portal.bridge.retry.max-attempts", "3"));
  }

  @AfterEach
  void stop() {
    world.close();
    database.close();
  }

  @Test
  void goesOnWhenTheDatabaseIsBack() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(1);
      List<Future<?>> more = letters.begin(ROUNDS - 1);
      world.awaitSoon(() -> delivered() > CUSTOMERS);

      database.close();
      database = startDatabase();
      Correspondence.finish(more);
      world.passUntil(books::areClosed);

      books.assertBalancedExcept(Set.of("uncertain"));
      assertThat(books.failedAnswers()).as("answers nobody can tell of").isLessThan(CUSTOMERS);
    }
  }

  @Test
  void findsWaitingAndDeadDeliveriesAgainAfterARestart() {
    try (var waiting = Correspondence.of(world, world.northwind, CUSTOMERS);
        var dead = Correspondence.of(world, world.contoso, 2)) {
      var books = new Books(world, waiting);
      world.fault(world.contoso, "meta.messages", "timeout", Map.of("delayMillis", 100));
      world.control.settings(
          Map.of("meta", Map.of("sentMillis", -1, "deliveredMillis", -1, "readMillis", -1)));
      dead.write(1);
      world.passUntil(() -> world.count("select count(*) from delivery_dead") == 2);
      world.control.clearFaults();
      world.control.settings(
          Map.of("meta", Map.of("sentMillis", 5, "deliveredMillis", 10, "readMillis", 20)));
      world.fault(world.northwind, "genesys.api", "server-error", Map.of());
      world.fault(world.northwind, "meta.messages", "server-error", Map.of());
      waiting.write(ROUNDS);
      world.pass(Duration.ofMinutes(1));

      world.restartFirstNode();
      world.control.clearFaults();
      world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(world.count("select count(*) from delivery_dead")).isEqualTo(2);
    }
  }

  private long delivered() {
    return world.count("select count(*) from message m where m.status = 'delivered'");
  }

  private EmbeddedPostgres startDatabase() {
    return EmbeddedPostgres.start(
        DataDirectory.open(folder),
        new EmbeddedPostgres.Options(0, Duration.ofSeconds(60), Map.of("max_connections", "60")));
  }
}
