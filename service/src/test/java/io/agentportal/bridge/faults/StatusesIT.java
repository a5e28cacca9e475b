package io.agentportal.bridge.faults;

import io.agentportal.platform.db.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusesIT {
  private static final int CUSTOMERS = FaultWorld.MESSAGES >= 1000 ? 100 : 20;
  private static final int ROUNDS = FaultWorld.MESSAGES / CUSTOMERS;

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
  void makesSenseOfShuffledAndRepeatedStatuses() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(world.northwind, "webhook.meta", "duplicate", Map.of("share", 0.3));
      world.fault(
          world.northwind,
          "webhook.meta",
          "out-of-order",
          Map.of("share", 0.5, "delayMillis", 200));
      letters.write(ROUNDS);

      world.passUntil(books::areClosed);

      books.assertBalanced();
    }
  }
}
