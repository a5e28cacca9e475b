package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.platform.Signatures;
import io.agentsandbox.support.Rest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultTest extends MetaTest {
  @Test
  void strikesAsOftenAsAskedAndThenNoMore() {
    hear();
    sandbox
        .control()
        .fault(
            Map.of(
                "target",
                "meta.messages",
                "kind",
                "rate-limited",
                "count",
                2,
                "retryAfterSeconds",
                7));

    Rest.Answer first = sendText("1");
    Rest.Answer second = sendText("2");
    Rest.Answer third = sendText("3");

    assertThat(first.status()).isEqualTo(429);
    assertThat(code(first)).isEqualTo(130_429);
    assertThat(first.header("Retry-After")).contains("7");
    assertThat(second.status()).isEqualTo(429);
    assertThat(third.status()).isEqualTo(200);
  }

  @Test
  void wordsAnErrorAsThePartnerConcernedDoes() {
    Rest genesys = rest.with(machineToken());
    sandbox.control().fault(Map.of("target", "genesys.api", "kind", "server-error"));
    sandbox.control().fault(Map.of("target", "meta.graph", "kind", "expired-token"));

    Rest.Answer genesysAnswer = genesys.get("/api/v2/organizations/me");
    Rest.Answer metaAnswer = graph.get(node(""));

    assertThat(genesysAnswer.json().path("code").asString()).isEqualTo("service.unavailable");
    assertThat(code(metaAnswer)).isEqualTo(190);
  }

  @Test
  void strikesOneOrganisationOnly() {
    sandbox
        .control()
        .fault(Map.of("target", "meta.graph", "kind", "server-error", "org", "contoso"));
    Rest contoso = rest.with(sandbox.contoso().meta().systemUserToken());

    assertThat(graph.get(node("")).status()).isEqualTo(200);
    assertThat(contoso.get("/v26.0/" + sandbox.contoso().meta().wabaId()).status()).isEqualTo(503);
  }

  @Test
  void closesTheConnectionWithoutAnAnswer() {
    hear();
    sandbox.control().fault(Map.of("target", "meta.messages", "kind", "reset", "share", 1));

    assertThatThrownBy(() -> sendText("x")).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.control().metaMessages(NORTHWIND)).isEmpty();
  }

  @Test
  void doesTheWorkBeforeItTimesOut() {
    hear();
    sandbox
        .control()
        .fault(Map.of("target", "meta.messages", "kind", "timeout", "count", 1, "delayMillis", 50));

    assertThatThrownBy(() -> sendText("done all the same"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.control().metaMessages(NORTHWIND)).hasSize(1);
  }

  @Test
  void repeatsAWebhook() {
    sandbox.control().fault(Map.of("target", "webhook.meta", "kind", "duplicate", "count", 1));

    hear();
    hear();

    assertThat(awaitHooks("/meta", 3)).hasSize(3);
  }

  @Test
  void letsALaterWebhookOvertake() {
    sandbox
        .control()
        .fault(
            Map.of(
                "target", "webhook.meta", "kind", "out-of-order", "count", 1, "delayMillis", 300));

    String first = hear();
    String second = hear();

    assertThat(awaitHooks("/meta", 2))
        .extracting(hook -> hook.value().path("messages").path(0).path("id").asString())
        .containsExactly(second, first);
  }

  @Test
  void signsWrongly() {
    sandbox
        .control()
        .fault(Map.of("target", "webhook.meta", "kind", "wrong-signature", "count", 1));

    hear();
    var hook = awaitHooks("/meta", 1).getFirst();

    assertThat(hook.signature())
        .hasSize("sha256=".length() + 64)
        .isNotEqualTo(Signatures.hex(sandbox.northwind().meta().appSecret(), hook.body().array()));
  }

  @Test
  void slowsACallDown() {
    sandbox
        .control()
        .fault(Map.of("target", "meta.graph", "kind", "slow", "delayMillis", 120, "count", 1));
    long began = System.nanoTime();

    graph.get(node(""));

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofMillis(120));
  }

  @Test
  void endsWhenItIsRemovedAndShowsItsHits() {
    String id = sandbox.control().fault(Map.of("target", "meta.graph", "kind", "server-error"));
    graph.get(node(""));

    int hits = rest.get("/sandbox/faults").json().path(0).path("hits").asInt();
    rest.delete("/sandbox/faults/" + id);

    assertThat(hits).isEqualTo(1);
    assertThat(graph.get(node("")).status()).isEqualTo(200);
    assertThat(rest.delete("/sandbox/faults/" + id).status()).isEqualTo(404);
  }

  @Test
  void refusesARuleThatMakesNoSense() {
    assertThatThrownBy(
            () -> sandbox.control().fault(Map.of("target", "webhook.meta", "kind", "reset")))
        .hasMessageContaining("does not apply to webhook.meta");
    assertThatThrownBy(() -> sandbox.control().fault(Map.of("target", "the.moon", "kind", "slow")))
        .hasMessageContaining("unknown value the.moon");
  }

  @Test
  void notesCallsAndTheirFaults() {
    sandbox.control().fault(Map.of("target", "meta.graph", "kind", "server-error", "count", 1));

    graph.get(node(""));

    await()
        .untilAsserted(() ->
            assertThat(sandbox.control().calls())
                .anySatisfy(call -> {
                  assertThat(call.path("group").asString()).isEqualTo("meta.graph");
                  assertThat(call.path("status").asInt()).isEqualTo(503);
                  assertThat(call.path("fault").asString()).isEqualTo("server-error");
                }));
  }
}
