package io.agentportal.bridge;

import static io.agentportal.bridge.Northwind.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgeIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Northwind northwind = Northwind.connected();
  private final String customer = northwind.newCustomer();

  @AfterEach
  void endFaults() {
    northwind.control.clearFaults();
  }

  @Test
  void bringsACustomersMessageToTheAgent() {
    String wamid =
        northwind.control.customerSends(ORG, customer, "Ann Lee", "Hello from " + customer);

    await().atMost(SOON).until(() -> !northwind.textsAtGenesys(customer).isEmpty());
    var message = northwind.control.genesysMessages(ORG, "+" + customer).get(0);
    assertThat(message.path("text").asString()).isEqualTo("Hello from " + customer);
    assertThat(message.path("messageId").asString()).isEqualTo(wamid);
    var attributes = message.path("body").path("channel").path("metadata").path("customAttributes");
    assertThat(attributes.path("waMessageId").asString()).isEqualTo(wamid);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(northwind.statusesOf("Hello from " + customer))
                .containsExactly("delivered"));
  }

  @Test
  void bringsTheAnswerToTheCustomerAndTheReceiptBack() {
    northwind.control.customerSends(ORG, customer, "Ann Lee", "Question of " + customer);
    await().atMost(SOON).until(() -> !northwind.textsAtGenesys(customer).isEmpty());

    String genesysId = northwind.control.agentAnswers(ORG, "+" + customer, "Answer to " + customer);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(northwind.statusesOf("Answer to " + customer)).containsExactly("read"));
    var sent = northwind.sentByWhatsApp(customer);
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().path("body").path("text").path("body").asString())
        .isEqualTo("Answer to " + customer);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          var receipts = northwind.receipts(customer);
          assertThat(receipts).hasSize(1);
          assertThat(receipts.getFirst().path("id").asString()).isEqualTo(genesysId);
          assertThat(receipts.getFirst().path("status").asString()).isEqualTo("Delivered");
        });
  }

  @Test
  void bringsAFirstMessageOnceThoughItsAnswerIsLost() {
    northwind.control.fault(
        Map.of("target", "genesys.inbound", "kind", "timeout", "org", ORG, "count", 1));

    northwind.control.customerSends(ORG, customer, "Ann", "First of " + customer);
    // Meta's calls may overtake each other.
    await().atMost(SOON).until(() -> !northwind.statusesOf("First of " + customer).isEmpty());
    northwind.control.customerSends(ORG, customer, "Ann", "Second of " + customer);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(northwind.statusesOf("Second of " + customer)).containsExactly("delivered"));
    assertThat(northwind.textsAtGenesys(customer))
        .containsExactly("First of " + customer, "Second of " + customer);
    assertThat(northwind.statusesOf("First of " + customer)).containsExactly("delivered");
  }

  @Test
  void losesNoneOfManyMessages() {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> customer + " #" + i).toList();

    texts.forEach(text -> northwind.control.customerSends(ORG, customer, "Ann", text));

    await().atMost(SOON).until(() -> northwind.textsAtGenesys(customer).size() >= texts.size());
    assertThat(northwind.textsAtGenesys(customer)).containsExactlyInAnyOrderElementsOf(texts);
  }
}
