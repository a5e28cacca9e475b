package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// An agent's text of three parts, one of which gets into trouble.
class LongTextIT {
  private static final String TEXT =
      IntStream.range(1000, 1260)
          .mapToObj("This is the sentence with the number %d. "::formatted)
          .collect(Collectors.joining());

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static FaultWorld world;

  @BeforeAll
  static void start() {
    world =
        FaultWorld.start(
            database.properties(), database.jdbc(), Map.of("portal.meta.timeout", "2500ms"));
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
  void provesAPartByItsOwnKeyWhenItsAnswerIsLost() {
    try (var letters = Correspondence.of(world, world.northwind, 1)) {
      String customer = open(letters);
      world.fault(
          world.northwind, "meta.messages", "timeout", Map.of("count", 1, "delayMillis", 5000));

      answer(customer);
      world.passUntil(() -> isAtTheEnd(customer));

      assertThat(status(customer)).isEqualTo("read");
      assertThat(parts(customer)).hasSize(3).doesNotHaveDuplicates();
      assertThat(joined(parts(customer))).isEqualTo(joined(List.of(TEXT)));
    }
  }

  @Test
  void doesNotTakeOnePartsStatusForAnothers() {
    try (var letters = Correspondence.of(world, world.northwind, 1)) {
      String customer = open(letters);
      letAPartThrough();
      world.fault(world.northwind, "meta.messages", "reset", Map.of("count", 1));

      answer(customer);
      world.passUntil(() -> isAtTheEnd(customer));

      assertThat(status(customer)).isEqualTo("failed");
      assertThat(code(customer)).isEqualTo("uncertain");
      assertThat(parts(customer)).as("nothing after the doubtful part").hasSize(1);
    }
  }

  @Test
  void sendsNoMoreOfATextOnceAPartHasFailed() {
    try (var letters = Correspondence.of(world, world.northwind, 1)) {
      String customer = open(letters);
      letAPartThrough();
      world.fault(
          world.northwind,
          "meta.messages",
          "rate-limited",
          Map.of("count", 1, "retryAfterSeconds", 30));
      answer(customer);
      world.awaitSoon(() -> parts(customer).size() == 1 && world.areFaultsOver());

      world.control.failure("northwind", wamid(customer), 131026, "Undeliverable");
      world.passUntil(() -> isAtTheEnd(customer));
      world.pass(Duration.ofMinutes(2));

      assertThat(code(customer)).isEqualTo("131026");
      assertThat(parts(customer)).hasSize(1);
      assertThat(dead(customer)).containsExactly("part-failed", "part-failed");
    }
  }

  /// The next call goes through; a fault given after this strikes the one after it.
  private static void letAPartThrough() {
    world.fault(world.northwind, "meta.messages", "slow", Map.of("count", 1, "delayMillis", 0));
  }

  private static String open(Correspondence letters) {
    letters.writeAsCustomers(1);
    String customer = letters.customers().getFirst();
    world.awaitSoon(() -> new Books(world, letters).areDelivered());
    return customer;
  }

  private static void answer(String customer) {
    world.control.agentAnswers("northwind", "+" + customer, TEXT);
  }

  private static List<JsonNode> sends(String customer) {
    return world
        .control
        .metaMessages("northwind")
        .valueStream()
        .filter(message -> message.path("to").asString("").endsWith(customer))
        .toList();
  }

  private static List<String> parts(String customer) {
    return sends(customer).stream()
        .map(message -> message.path("body").path("text").path("body").asString(""))
        .toList();
  }

  /// Without the spaces at the ends, of which a part keeps none or one.
  private static String joined(List<String> texts) {
    return String.join(" ", texts.stream().map(String::strip).toList());
  }

  private static String wamid(String customer) {
    return sends(customer).getFirst().path("wamid").asString("");
  }

  private static boolean isAtTheEnd(String customer) {
    return List.of("read", "failed").contains(status(customer));
  }

  private static String status(String customer) {
    return ofTheAnswer("m.status", customer);
  }

  private static String code(String customer) {
    return ofTheAnswer("m.error_code", customer);
  }

  private static String ofTheAnswer(String column, String customer) {
    return world
        .jdbc
        .sql(
            """
            select coalesce(max(%s), '')
              from message m
              join contact c
                on c.tenant_id = m.tenant_id
               and c.id = m.contact_id
             where m.direction = 'outbound'
               and c.phone = :phone
            """
                .formatted(column))
        .param("phone", customer)
        .query(String.class)
        .single();
  }

  private static List<String> dead(String customer) {
    return world
        .jdbc
        .sql(
            """
            select d.error_code
              from delivery_dead d
              join contact c
                on c.tenant_id = d.tenant_id
               and c.id = d.contact_id
             where c.phone = :phone
            """)
        .param("phone", customer)
        .query(String.class)
        .list();
  }
}
