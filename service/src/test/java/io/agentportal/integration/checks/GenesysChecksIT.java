package io.agentportal.integration.checks;

import static io.agentportal.integration.checks.TestedConnection.CONTOSO;
import static io.agentportal.integration.checks.TestedConnection.PORTAL;
import static io.agentportal.integration.checks.TestedConnection.flaw;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.integration.Check;
import io.agentportal.integration.Check.Status;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each of the eleven checks of Genesys, made to fail in the sandbox.
class GenesysChecksIT {
  private final TestedConnection connection = TestedConnection.deployed();

  @AfterEach
  void putInOrder() {
    PORTAL.sandbox().control().reset();
  }

  private Check failing(String id, String code) {
    Check check = connection.test().get(id);
    assertThat(check.status()).as("%s: %s", check.finding(), check.facts()).isEqualTo(Status.ERROR);
    assertThat(check.code()).isEqualTo(code);
    return check;
  }

  @Test
  void passAllWhenEverythingIsInOrder() {
    TestedConnection.Results checks = connection.test();

    assertThat(checks.values()).hasSize(29);
    assertThat(checks.values()).filteredOn(check -> check.status() == Status.ERROR).isEmpty();
    assertThat(checks.values())
        .filteredOn(check -> check.status() == Status.SKIPPED)
        .extracting(Check::id)
        .containsExactly("webhook.tls");
    assertThat(checks.toString())
        .doesNotContain(connection.clientSecret, connection.token)
        .doesNotContain(connection.webhookSecret.reveal(), connection.verifyToken.reveal());
  }

  @Test
  void tellThatTheLoginServerCannotBeReached() {
    connection.loginUrl = URI.create("http://localhost:1");

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("genesys.reachable").code()).isEqualTo("unreachable");
    assertThat(checks.get("genesys.reachable").advice()).contains("region");
    assertThat(checks.get("genesys.token").status()).isEqualTo(Status.SKIPPED);
    assertThat(checks.get("genesys.token").code()).isEqualTo("needs-genesys.reachable");
    assertThat(checks.get("whatsapp.token").status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void tellThatTheLoginServersNameIsUnknown() {
    connection.loginUrl = URI.create("http://no-such-host.invalid");

    assertThat(failing("genesys.reachable", "unknown-host").advice()).contains("name resolution");
  }

  @Test
  void tellThatTheClientIsRefused() {
    connection.clientSecret = "a-secret-that-is-not-the-client's";

    Check check = failing("genesys.token", "refused");

    assertThat(check.advice()).contains("region, client ID and client secret");
    assertThat(check.facts().toString()).contains("authentication failed");
  }

  @Test
  void tellThatTheClientIsForPeople() {
    connection.clientId = PORTAL.sandbox().loginClient().id();
    connection.clientSecret = PORTAL.sandbox().loginClient().secret();

    assertThat(failing("genesys.token", "wrong-grant").advice()).contains("Client Credentials");
  }

  @Test
  void tellThatTheClientIsOfAnotherOrganisation() {
    connection.organizationId = CONTOSO.organizationId();

    Check check = failing("genesys.organization", "other-organization");

    assertThat(check.advice()).contains("your own organisation");
    assertThat(check.facts().toString()).contains("Northwind");
  }

  @Test
  void tellThatTheIntegrationIsGone() {
    connection.integrationId = UUID.randomUUID().toString();

    assertThat(failing("genesys.integration", "not-found").advice()).contains("Deploy");
  }

  @Test
  void tellWhichPermissionIsMissingToSeeIt() {
    flaw("deniedPermissions", "messaging:integration:view");

    assertThat(failing("genesys.integration", "permission-missing").advice())
        .contains("messaging:integration:view");
  }

  @Test
  void waitForTheDeploymentWithWhatNeedsIt() {
    connection.integrationId = "";
    connection.isDeployed = false;

    TestedConnection.Results checks = connection.test();

    assertThat(checks.values())
        .filteredOn(check -> "not-deployed".equals(check.code()))
        .extracting(Check::id)
        .containsExactlyInAnyOrder(
            "genesys.integration",
            "genesys.ready",
            "genesys.webhook-url",
            "genesys.webhook-secret",
            "genesys.flow",
            "genesys.content",
            "genesys.permission",
            "whatsapp.subscription",
            "whatsapp.effective-url");
    assertThat(checks.values()).noneMatch(check -> check.status() == Status.ERROR);
  }

  @Test
  void tellThatGenesysCouldNotCreateTheIntegration() {
    flaw("creationFails", true);

    Check check = failing("genesys.ready", "creation-failed");

    assertThat(check.advice()).contains("Delete it");
    assertThat(check.facts().toString()).contains("could not be created");
  }

  @Test
  void tellThatGenesysIsStillCreatingTheIntegration() {
    PORTAL
        .sandbox()
        .control()
        .settings(Map.of("genesys", Map.of("integrationCreationMillis", 60_000)));
    connection.integrationId =
        PORTAL
            .bean(GenesysIntegrations.class)
            .create(
                connection.access(), "Late", connection.urls().genesys(), connection.webhookSecret)
            .id();

    assertThat(failing("genesys.ready", "still-creating").advice()).contains("Wait a minute");
  }

  @Test
  void tellThatGenesysCallsSomebodyElse() {
    connection.changeAtGenesys(
        "https://elsewhere.example/hook?key=their-secret", connection.webhookSecret);

    Check check = failing("genesys.webhook-url", "other-url");

    assertThat(check.advice()).contains("Deploy the webhooks");
    assertThat(check.facts().toString())
        .contains("https://elsewhere.example/hook")
        .doesNotContain("their-secret");
  }

  @Test
  void tellThatGenesysSignsWithAnotherSecret() {
    connection.changeAtGenesys(
        connection.urls().genesys(), SecretText.of("set-by-somebody-else-in-genesys"));

    Check check = failing("genesys.webhook-secret", "other-secret");

    assertThat(check.advice()).contains("Deploy the webhooks");
    assertThat(check.toString()).doesNotContain("set-by-somebody-else");
  }

  @Test
  void warnThatNoFlowGetsTheMessages() {
    Check check = connection.test().get("genesys.flow");

    assertThat(check.status()).isEqualTo(Status.WARNING);
    assertThat(check.code()).isEqualTo("no-flow");
    assertThat(check.advice()).contains("Admin > Message routing");
  }

  @Test
  void warnThatTheFlowCannotBeSeen() {
    flaw("deniedPermissions", "routing:message:manage");

    Check check = connection.test().get("genesys.flow");

    assertThat(check.code()).isEqualTo("cannot-check");
    assertThat(check.advice()).contains("routing:message:manage");
  }

  @Test
  void warnThatMediaAreBlocked() {
    flaw("inboundMedia", "image/*,application/pdf");

    Check check = connection.test().get("genesys.content");

    assertThat(check.status()).isEqualTo(Status.WARNING);
    assertThat(check.code()).isEqualTo("media-blocked");
    assertThat(check.advice()).contains("supported content profile");
    assertThat(check.facts().toString()).contains("video/mp4, audio/ogg");
  }

  @Test
  void tellThatMessagesMayNotBeHandedOver() {
    flaw("deniedPermissions", "conversation:message:receive");

    assertThat(failing("genesys.permission", "permission-missing").advice())
        .contains("conversation:message:receive");
  }

  @Test
  void tellThatASignedCallOfGenesysIsNotTaken() {
    connection.webhookSecret = SecretText.of("a-secret-that-the-portal-does-not-have");

    assertThat(failing("genesys.callback", "signature-refused").advice()).contains("Save step 2");
  }

  @Test
  void tellThatGenesysIsDown() {
    PORTAL
        .sandbox()
        .control()
        .fault(Map.of("target", "genesys.oauth", "kind", "server-error", "count", 1));

    assertThat(failing("genesys.token", "unavailable").advice()).contains("again in a moment");
  }
}
