package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GenesysOutageIT {
  private static final int CUSTOMERS = FaultWorld.MESSAGES >= 1000 ? 100 : 20;
  private static final int ROUNDS = FaultWorld.MESSAGES / CUSTOMERS;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static FaultWorld world;

  @BeforeAll
  static void start() {
    world =
        FaultWorld.start(
            database.properties(),
            database.jdbc(),
            Map.of("portal.genesys.timeout", FaultWorld.TIMEOUT.toMillis() + "ms"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void endFaults() {
    world.control.clearFaults();
  }

  @Test
  void losesNothingInAnOutageOfFifteenMinutes() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(ROUNDS / 2);
      world.fault(world.northwind, "genesys.api", "server-error", Map.of());
      letters.write(ROUNDS - ROUNDS / 2);

      world.pass(Duration.ofMinutes(15));
      boolean closedInTheOutage = books.areClosed();
      world.control.clearFaults();
      Duration rest = world.passUntil(books::areClosed);

      assertThat(closedInTheOutage).isFalse();
      books.assertBalanced();
      assertThat(rest).as("time until all is made up for").isLessThan(Duration.ofMinutes(2));
    }
  }

  @Test
  void waitsAsLongAsGenesysAsksAndThenGoesOn() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind,
          "genesys.api",
          "rate-limited",
          Map.of("count", 20, "retryAfterSeconds", 2));
      letters.write(ROUNDS);

      Duration waited = world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(waited).isLessThan(Duration.ofMinutes(3));
    }
  }

  @Test
  void doublesNothingWhenConnectionsBreak() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind, "genesys.inbound", "reset", Map.of("share", 0.2, "count", ROUNDS * 2));
      letters.write(ROUNDS);

      world.passUntil(books::areClosed);

      books.assertBalanced();
    }
  }

  @Test
  void doublesNothingWhenAnswersAreLost() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind,
          "genesys.inbound",
          "timeout",
          Map.of(
              "share", 0.2, "count", ROUNDS * 2, "delayMillis", 2 * FaultWorld.TIMEOUT.toMillis()));
      letters.write(ROUNDS);

      world.passUntil(books::areClosed);

      books.assertBalanced();
    }
  }

  @Test
  void renewsATokenThatGenesysNoLongerTakes() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(1);
      world.fault(world.northwind, "genesys.api", "expired-token", Map.of("count", 1));

      letters.write(ROUNDS - 1);
      world.awaitSoon(books::areClosed);

      books.assertBalanced();
    }
  }
}
