package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agentsandbox.platform.Signatures;
import io.agentsandbox.support.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ScenarioTest extends MetaTest {
  @Test
  void letsCustomersWriteInSeveralLanguagesAndKinds() {
    sandbox.control().traffic(Map.of("customers", 12, "messagesPerMinute", 6_000, "mixed", true));

    awaitHooks("/meta", 60);
    JsonNode running = rest.get("/sandbox/traffic").json().path(NORTHWIND);
    sandbox.control().traffic(Map.of("messagesPerMinute", 0));

    assertThat(running.path("written").asInt()).isGreaterThan(20);
    assertThat(
            portal.hooks("/meta").stream()
                .map(hook -> hook.value().path("messages").path(0).path("type").asString(""))
                .collect(Collectors.toSet()))
        .contains("text", "image", "location");
    assertThat(rest.get("/sandbox/traffic").json().has(NORTHWIND)).isFalse();
    assertThat(rest.get("/sandbox/contacts").json()).hasSizeGreaterThan(5);
  }

  @Test
  void letsAgentsAnswerWhatReachedGenesys() {
    Rest genesys = rest.with(machineToken());
    String integration =
        genesys
            .post(
                GenesysTest.OPEN,
                GenesysTest.integrationBody(
                    "Portal", portal.uri("/genesys").toString(), GenesysTest.SECRET))
            .json()
            .path("id")
            .asString();
    sandbox.control().traffic(Map.of("customers", 1, "messagesPerMinute", 600, "mixed", false));
    String from =
        awaitHooks("/meta", 1).getFirst().value().path("messages").path(0).path("from").asString();

    genesys.post(
        "/api/v2/conversations/messages/" + integration + "/inbound/open/message",
        """
        {"channel":{"from":{"id":"+%s","idType":"Phone"},"time":"2026-11-01T10:00:00Z"},"text":"x"}
        """
            .formatted(from));

    await()
        .until(() ->
            portal.hooks("/genesys").stream()
                .anyMatch(hook -> hook.json().path("type").asString().equals("Text")));
  }

  @Test
  void replaysAFileSignedAndSumsTheAnswersUp(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("payloads.jsonl");
    Files.writeString(
        file,
        """
        {"kind":"sample","payload":{"object":"whatsapp_business_account","entry":[{"id":"1"}]}}
        {"object":"whatsapp_business_account","entry":[{"id":"ü"}]}
        """);

    JsonNode summary =
        sandbox
            .control()
            .replay(
                Map.of(
                    "url",
                    portal.uri("/tenant").toString(),
                    "file",
                    file.toString(),
                    "repeat",
                    10,
                    "concurrency",
                    4));

    assertThat(summary.path("sent").asInt()).isEqualTo(20);
    assertThat(summary.path("statuses").path("200").asInt()).isEqualTo(20);
    assertThat(summary.path("latencyMillis").path("p99").asDouble()).isPositive();
    assertThat(portal.hooks("/tenant"))
        .allSatisfy(hook ->
            assertThat(hook.signature())
                .isEqualTo(
                    Signatures.hex(sandbox.northwind().meta().appSecret(), hook.body().array())));
  }

  @Test
  void keepsToTheRateOfAReplayAndGivesFreshIds() {
    JsonNode line =
        io.agentsandbox.platform.Json.parse(
            "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{\"id\":\"wamid.1\"}]}}]}]}"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    JsonNode summary =
        sandbox
            .control()
            .replay(
                Map.of(
                    "url",
                    portal.uri("/tenant").toString(),
                    "lines",
                    List.of(line),
                    "repeat",
                    10,
                    "ratePerSecond",
                    50,
                    "uniqueIds",
                    true));

    assertThat(summary.path("seconds").asDouble()).isGreaterThanOrEqualTo(0.18);
    assertThat(
            portal.hooks("/tenant").stream()
                .map(hook -> hook.value().path("messages").path(0).path("id").asString())
                .collect(Collectors.toSet()))
        .hasSize(10);
  }

  @Test
  void countsAnswersThatAreNot200() {
    portal.refuse(401, 3);

    JsonNode summary =
        sandbox
            .control()
            .replay(
                Map.of(
                    "url", portal.uri("/tenant").toString(),
                    "lines", List.of(Map.of("entry", List.of())),
                    "repeat", 5));

    assertThat(summary.path("statuses").path("401").asInt()).isEqualTo(3);
    assertThat(summary.path("statuses").path("200").asInt()).isEqualTo(2);
  }

  @Test
  void forgetsEverythingOnReset() {
    hear();
    sandbox.control().settings(Map.of("meta", Map.of("readShare", 0)));

    sandbox.control().reset();
    JsonNode state = sandbox.control().state();

    assertThat(state.path("worlds").path(0).path("metaState").path("customerMessages").asInt())
        .isZero();
    assertThat(state.path("worlds").path(0).path("metaState").path("subscribed").asBoolean())
        .isFalse();
    assertThat(state.path("settings").path("meta").path("readShare").asInt()).isEqualTo(1);
  }

  @Test
  void refusesASettingThatDoesNotExist() {
    assertThatThrownBy(() -> sandbox.control().settings(Map.of("meta", Map.of("shoeSize", 42))))
        .hasMessageContaining("unknown name shoeSize");
  }

  @Test
  void showsOneChatFromBothEnds() {
    String from = "4915112345678";
    hear();
    sendText("Hi Ann");

    JsonNode contact = rest.get("/sandbox/contacts").json().path(0);
    JsonNode chat =
        rest.get("/sandbox/chat?from=" + from + "&userId=" + contact.path("userId").asString())
            .json();

    assertThat(contact.path("name").asString()).isEqualTo("Ann");
    assertThat(chat.path("phone"))
        .extracting(line -> line.path("text").asString())
        .containsExactly("hello", "Hi Ann");
  }

  @Test
  void servesThePage() {
    Rest.Answer root = rest.get("/");
    Rest.Answer page = rest.get("/sandbox/");

    assertThat(root.header("Location")).contains("/sandbox/");
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(rest.get("/sandbox/sandbox.js").status()).isEqualTo(200);
    assertThat(rest.get("/sandbox/worlds.json").status()).isEqualTo(404);
  }
}
