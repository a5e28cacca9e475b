package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.platform.db.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatsAppOutageIT {
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
            Map.of("portal.meta.timeout", FaultWorld.TIMEOUT.toMillis() + "ms"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void endFaults() {
    world.control.clearFaults();
    world.control.settings(Map.of("meta", Map.of("pairLimit", false, "messagesPerSecond", 0)));
  }

  @Test
  void waitsWhenTheNumberSendsTooFast() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind,
          "meta.messages",
          "rate-limited",
          Map.of("count", 10, "retryAfterSeconds", 30));
      letters.write(ROUNDS);

      Duration waited = world.passUntil(books::areClosed);

      books.assertBalanced();
      assertThat(waited).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(10));
    }
  }

  @Test
  void letsOnlyTheCustomerWaitWhoGetsTooMuch() {
    world.control.settings(Map.of("meta", Map.of("pairLimit", true)));
    try (var busy = Correspondence.of(world, world.northwind, 1);
        var others = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var busyBooks = new Books(world, busy);
      var otherBooks = new Books(world, others);
      busy.write(50);
      others.write(3);

      world.awaitSoon(otherBooks::areDelivered);
      boolean busyIsDone = busyBooks.areDelivered();
      world.passUntil(busyBooks::areClosed);

      assertThat(busyIsDone).isFalse();
      busyBooks.assertBalanced();
      otherBooks.assertBalanced();
    }
  }

  @Test
  void losesNothingWhenWhatsAppIsDownForFifteenMinutes() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      letters.write(ROUNDS / 2);
      world.fault(world.northwind, "meta.messages", "server-error", Map.of());
      letters.write(ROUNDS - ROUNDS / 2);

      world.pass(Duration.ofMinutes(15));
      boolean closedInTheOutage = books.areClosed();
      world.control.clearFaults();
      world.passUntil(books::areClosed);

      assertThat(closedInTheOutage).isFalse();
      books.assertBalanced();
    }
  }

  @Test
  void sendsOnceThoughAnswersAreLost() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind,
          "meta.messages",
          "timeout",
          Map.of(
              "share", 0.2, "count", ROUNDS * 2, "delayMillis", 2 * FaultWorld.TIMEOUT.toMillis()));
      letters.write(ROUNDS);

      world.passUntil(books::areClosed);

      books.assertBalanced();
    }
  }

  @Test
  void saysSoWhenNobodyCanTellWhetherAMessageWasSent() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      world.fault(
          world.northwind, "meta.messages", "reset", Map.of("share", 0.2, "count", ROUNDS * 2));
      letters.write(ROUNDS);

      world.passUntil(books::areClosed);

      books.assertBalancedExcept(Set.of("uncertain"));
      assertThat(books.failedAnswers()).isBetween(1L, ROUNDS * 2L);
    }
  }

  @Test
  void goesOnAsSoonAsANewTokenIsStored() {
    try (var letters = Correspondence.of(world, world.northwind, CUSTOMERS)) {
      var books = new Books(world, letters);
      String token = world.northwind.world().meta().systemUserToken();
      world.northwind.keep(world.firstNode(), CredentialKind.WHATSAPP_TOKEN, token + "Expired");
      letters.write(ROUNDS);
      world.pass(Duration.ofMinutes(5));
      boolean closedWithoutAToken = books.areClosed();

      world.northwind.keep(world.firstNode(), CredentialKind.WHATSAPP_TOKEN, token);
      world.awaitSoon(books::areClosed);

      assertThat(closedWithoutAToken).isFalse();
      books.assertBalanced();
    }
  }
}
