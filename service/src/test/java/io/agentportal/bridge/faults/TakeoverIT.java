package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two nodes on one database, one of them on a cable.
class TakeoverIT {
  private static final int CUSTOMERS = FaultWorld.MESSAGES >= 1000 ? 100 : 20;
  private static final int ROUNDS = FaultWorld.MESSAGES / CUSTOMERS;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private Cable cable;
  private FaultWorld world;

  @BeforeEach
  void start() {
    database.clear();
    URI server = URI.create(database.url().substring("jdbc:".length()));
    cable = Cable.to(server.getPort());
    world = FaultWorld.start(database.properties(), database.jdbc(), Map.of());
    Map<String, String> onTheCable = new HashMap<>(database.properties());
    onTheCable.put(
        "portal.database.url", "jdbc:postgresql://127.0.0.1:" + cable.port() + server.getPath());
    world.startNode(onTheCable);
  }

  @AfterEach
  void stop() {
    cable.plugIn();
    world.close();
    cable.close();
  }

  @Test
  void goesOnForANodeThatIsCutOff() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(1);
      List<Future<?>> more = letters.begin(ROUNDS - 1);
      world.awaitSoon(() -> nodesAtWork() == 2);

      cable.pull();
      Correspondence.finish(more);
      world.awaitSoon(() -> nodes() == 1);
      world.passUntil(books::areClosed);

      books.assertBalancedExcept(Set.of("uncertain"));
      assertThat(books.failedAnswers()).as("answers nobody can tell of").isLessThan(CUSTOMERS);
    }
  }

  @Test
  void takesTheNodeBackThatWasCutOff() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(2);
      cable.pull();
      world.awaitSoon(() -> nodes() == 1);

      cable.plugIn();
      world.awaitSoon(() -> nodes() == 2);
      letters.write(ROUNDS - 2);
      world.passUntil(books::areClosed);

      books.assertBalancedExcept(Set.of("uncertain"));
    }
  }

  private long nodes() {
    return world.count("select count(*) from bridge_node");
  }

  private long nodesAtWork() {
    return world.count("select count(distinct l.owner) from delivery_lane l");
  }
}
