package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.demo.DemoSetUp;
import io.agentsandbox.support.Browser;
import io.agentsandbox.support.PortalSetUp;
import io.agentsandbox.support.Rest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init") // JUnit sets the field before each test.
class DemoTest extends SandboxTest {
  private final List<String> said = new ArrayList<>();
  private PortalSetUp freshPortal;

  @BeforeEach
  void startPortal() {
    freshPortal =
        new PortalSetUp(
            sandbox.baseUri(), sandbox.loginClient().id(), Browser.basic(sandbox.loginClient()));
  }

  @AfterEach
  void stopPortal() {
    freshPortal.close();
  }

  @Test
  void setsAFreshPortalUpAsItsAdministratorWould() throws InterruptedException {
    boolean done = run();

    assertThat(done).isTrue();
    assertThat(freshPortal.calls())
        .containsExactly(
            "/api/auth/options",
            "/api/auth/login/init",
            "/api/auth/callback",
            "/api/onboarding/save",
            "/api/onboarding/save",
            "/api/onboarding/save",
            "/api/onboarding/webhooks/deploy",
            "/api/onboarding/complete",
            "/api/auth/logout");
    assertThat(freshPortal.saved())
        .extracting(body -> body.path("step").asInt())
        .containsExactly(1, 2, 3);
    JsonNode whatsapp = freshPortal.saved().getLast().path("data").path("whatsapp");
    assertThat(whatsapp.path("appSecret").asString())
        .isEqualTo(sandbox.northwind().meta().appSecret());
  }

  @Test
  void onlyDeploysTheWebhooksAgainOnceThePortalIsSetUp() throws InterruptedException {
    run();
    freshPortal.calls().clear();

    run();

    assertThat(freshPortal.calls())
        .contains("/api/onboarding/webhooks/deploy")
        .doesNotContain("/api/onboarding/save", "/api/onboarding/complete");
  }

  @Test
  void triesAgainAndSaysWhyWhenADeploymentFails() throws InterruptedException {
    freshPortal.refuseDeployments(1);

    boolean done = run();

    assertThat(done).isTrue();
    assertThat(said).anyMatch(sentence -> sentence.contains("deployment: meta: not yet"));
  }

  @Test
  void sendsMessagesToAFlowAndStartsTrafficWhenThePortalIsReady() throws InterruptedException {
    Rest genesys = rest.with(machineToken());
    String recipient =
        genesys
            .post(
                GenesysTest.OPEN,
                GenesysTest.integrationBody(
                    "Portal", portal.uri("/genesys").toString(), GenesysTest.SECRET))
            .json()
            .path("recipient")
            .path("id")
            .asString();

    boolean done = sandbox.setUpPortal(freshPortal.uri(), said::add);

    assertThat(done).isTrue();
    assertThat(genesys.get("/api/v2/routing/message/recipients/" + recipient).json().has("flow"))
        .isTrue();
    assertThat(rest.get("/sandbox/traffic").json().path(NORTHWIND).path("customers").asInt())
        .isPositive();
  }

  private boolean run() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new DemoSetUp(
              http, freshPortal.uri(), sandbox.northwind(), sandbox.password(), said::add)
          .withPauseAfterFailure(Duration.ofMillis(10))
          .run();
    }
  }
}
