package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever one call, one contact or one tenant gets into leaves the others moving.
class NeighboursIT {
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

  @AfterEach
  void endFaults() {
    world.control.clearFaults();
  }

  @Test
  void carriesOnPastACallThatCannotBeRouted() {
    try (var poisoned = Correspondence.of(world, world.northwind, 1);
        var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      refuse(poisoned.customers().getFirst());
      letters.write(1);
      poisoned.write(1);

      letters.write(ROUNDS - 1);
      world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(setAside()).as("the customer's call and the agent's").isEqualTo(2);
    }
  }

  @Test
  void keepsACallForAnotherTenantsNumberOutOfTheTranscript() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS);
        var strays = Correspondence.of(world, world.northwind.numberedAs(world.contoso), 3)) {
      var books = new Books(world, letters);
      long before = setAside();
      letters.write(1);

      strays.writeAsCustomers(2);
      letters.write(ROUNDS - 1);
      world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(setAside() - before).isEqualTo(6);
      assertThat(books.atGenesys()).doesNotContainKeys(strays.customers().toArray(String[]::new));
    }
  }

  @Test
  void letsOthersMoveWhileOneCustomersCallIsStuck() {
    try (var stuck = Correspondence.of(world, world.northwind, 1);
        var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      var stuckBooks = new Books(world, stuck);
      world.fault(
          world.northwind, "genesys.inbound", "slow", Map.of("count", 1, "delayMillis", 8000));
      stuck.write(1);
      world.awaitSoon(world::areFaultsOver);

      letters.write(ROUNDS);
      world.awaitSoon(books::areDelivered);
      boolean stuckIsDone = stuckBooks.areDelivered();
      world.passUntil(() -> books.areClosed() && stuckBooks.areClosed());

      assertThat(stuckIsDone).isFalse();
      books.assertBalanced();
      stuckBooks.assertBalanced();
    }
  }

  @Test
  void letsOthersMoveWhileOneTenantIsStuck() {
    try (var stuck = Correspondence.of(world, world.contoso, CUSTOMERS);
        var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      var stuckBooks = new Books(world, stuck);
      world.fault(world.contoso, "genesys.api", "slow", Map.of("delayMillis", 9000));
      world.fault(world.contoso, "meta.graph", "slow", Map.of("delayMillis", 9000));
      stuck.write(2);

      letters.write(ROUNDS);
      world.awaitSoon(books::areClosed);
      boolean stuckIsDone = stuckBooks.areDelivered();
      world.control.clearFaults();
      world.passUntil(stuckBooks::areClosed);

      assertThat(stuckIsDone).isFalse();
      books.assertBalanced();
      stuckBooks.assertBalanced();
    }
  }

  /// From now on the database refuses what is said to or by this customer.
  private static void refuse(String customer) {
    world
        .jdbc
        .sql(
            """
            create function refuse_poison() returns trigger language plpgsql as $$
            begin
              if new.text like '%%%s%%' then
                raise exception 'poison' using errcode = '22023';
              end if;
              return new;
            end $$;
            create trigger refuse_poison before insert on message
              for each row execute function refuse_poison();
            """
                .formatted(customer))
        .update();
  }

  private static long setAside() {
    return world.count("select count(*) from webhook_set_aside");
  }
}
