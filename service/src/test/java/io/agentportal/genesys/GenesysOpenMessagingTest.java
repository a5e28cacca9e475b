package io.agentportal.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.genesys.DeliveryReceipt.ReasonCode;
import io.agentportal.genesys.GenesysSendOutcome.Accepted;
import io.agentportal.genesys.GenesysSendOutcome.NeedsCredentials;
import io.agentportal.genesys.GenesysSendOutcome.Retry;
import io.agentportal.genesys.GenesysSendOutcome.Scope;
import io.agentportal.genesys.GenesysSendOutcome.Uncertain;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.crypto.SecretText;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenesysOpenMessagingTest {
  private static final Instant SENT = Instant.parse("2026-10-05T11:59:58.250Z");
  private static final OpenContact MARA = OpenContact.phone("4915550001234", "Mara Lind");

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
  private final PartnerHttp http = PartnerHttp.to(sandbox.baseUri());
  private GenesysAccess access =
      new GenesysAccess(
          "us-east-1",
          sandbox.northwind().machineClient().id(),
          SecretText.of(sandbox.northwind().machineClient().secret()));
  private GenesysApi api = api();
  private String integrationId = "";

  private GenesysApi api() {
    URI base = sandbox.baseUri();
    var properties =
        new GenesysProperties(
            "us-east-1",
            Map.of("us-east-1", new GenesysProperties.Address(base, base, null, null)),
            Duration.ofSeconds(2));
    var regions = new GenesysRegions(properties);
    var tokens = new GenesysTokens(http, regions, properties, Clock.systemUTC());
    return new GenesysApi(http, tokens, regions, properties);
  }

  @BeforeAll
  void createsAnIntegration() {
    integrationId =
        new GenesysIntegrations(api)
            .create(
                access,
                "Test",
                "http://localhost:9/webhook",
                SecretText.of("a-secret-of-more-than-15-characters"))
            .id();
  }

  @BeforeEach
  void startsWithoutFaultsAndTokens() {
    sandbox.control().clearFaults();
    api = api();
  }

  @AfterAll
  void stops() {
    http.close();
    sandbox.close();
  }

  private static InboundMessage message(String id, String text) {
    return new InboundMessage(MARA, id, SENT, text, Map.of("waPhoneNumberId", "340000000000201"));
  }

  private GenesysSendOutcome send(String id) {
    return new GenesysOpenMessaging(api).sendMessage(access, integrationId, message(id, "Hello"));
  }

  private JsonNode arrived(String id) {
    return StreamSupport.stream(sandbox.control().genesysMessages("northwind").spliterator(), false)
        .filter(each -> each.path("messageId").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void handsAMessageOverAndLearnsItsConversation() {
    GenesysSendOutcome outcome = send("wamid.first");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.remoteId()).isNotEmpty();
              assertThat(accepted.conversationId()).isNotEmpty();
            });
    JsonNode channel = arrived("wamid.first").path("body").path("channel");
    assertThat(channel.path("from").path("idType").asString()).isEqualTo("Phone");
    assertThat(channel.path("from").path("id").asString()).isEqualTo("+4915550001234");
    assertThat(channel.path("time").asString()).isEqualTo("2026-10-05T11:59:58.250Z");
    assertThat(channel.path("metadata").path("customAttributes").path("waPhoneNumberId").asString())
        .isEqualTo("340000000000201");
  }

  @Test
  void tellsGenesysWhatBecameOfAnAgentsMessage() {
    send("wamid.before-answer");
    String answer = sandbox.control().agentAnswers("northwind", MARA.id(), "Good morning");
    var messaging = new GenesysOpenMessaging(api);

    assertThat(
            messaging.sendReceipt(
                access, integrationId, DeliveryReceipt.delivered(answer, MARA, SENT)))
        .isInstanceOf(Accepted.class);
    assertThat(
            messaging.sendReceipt(
                access,
                integrationId,
                DeliveryReceipt.failed(
                    answer, MARA, SENT, ReasonCode.MESSAGE_NOT_ALLOWED, "24 hours are over.")))
        .isInstanceOf(Accepted.class);
    assertThat(sandbox.control().genesysReceipts("northwind").toString())
        .contains("Delivered", "MessageNotAllowed", "24 hours are over.");
  }

  @Test
  void waitsAsLongAsGenesysAsksWhenItIsTooFast() {
    sandbox
        .control()
        .fault(
            Map.of(
                "target",
                "genesys.inbound",
                "kind",
                "rate-limited",
                "count",
                1,
                "retryAfterSeconds",
                42));

    assertThat(send("wamid.fast"))
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(42));
              assertThat(retry.scope()).isEqualTo(Scope.TENANT);
            });
  }

  @Test
  void renewsATokenThatGenesysRefusesAndSendsOnce() {
    send("wamid.warm");
    sandbox
        .control()
        .fault(Map.of("target", "genesys.inbound", "kind", "expired-token", "count", 1));

    assertThat(send("wamid.renewed")).isInstanceOf(Accepted.class);
    assertThat(arrived("wamid.renewed").path("duplicateOf").isNull()).isTrue();
  }

  @Test
  void isUncertainWhenGenesysReadsAndDoesNotAnswer() {
    sandbox.control().fault(Map.of("target", "genesys.inbound", "kind", "timeout", "count", 1));

    assertThat(send("wamid.lost-answer")).isInstanceOf(Uncertain.class);
    assertThat(arrived("wamid.lost-answer").path("text").asString()).isEqualTo("Hello");
  }

  @Test
  void asksForCredentialsWhenTheSecretIsWrong() {
    var wrong =
        new GenesysAccess("us-east-1", access.clientId(), SecretText.of("wrong-secret-wrong"));

    assertThat(
            new GenesysOpenMessaging(api)
                .sendMessage(wrong, integrationId, message("wamid.wrong", "Hello")))
        .isInstanceOfSatisfying(
            NeedsCredentials.class, needs -> assertThat(needs.code()).isEqualTo("invalid_client"));
  }

  @Test
  void asksForCredentialsWhenTheIntegrationIsGone() {
    assertThat(
            new GenesysOpenMessaging(api)
                .sendMessage(
                    access, "00000000-0000-4000-8000-000000000000", message("wamid.gone", "Hello")))
        .isInstanceOf(NeedsCredentials.class);
  }

  @Test
  void asksForOneTokenHoweverManyMessagesWait() throws Exception {
    long before = tokenCalls();
    List<Callable<GenesysSendOutcome>> sends =
        IntStream.range(0, 40)
            .<Callable<GenesysSendOutcome>>mapToObj(i -> () -> send("wamid.many" + i))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(sends)) {
        assertThat(outcome.get()).isInstanceOf(Accepted.class);
      }
    }

    assertThat(tokenCalls() - before).isEqualTo(1);
  }

  private long tokenCalls() {
    return StreamSupport.stream(sandbox.control().calls().spliterator(), false)
        .filter(call -> call.path("path").asString().endsWith("/oauth/token"))
        .count();
  }
}
