package io.agentportal.settings;

import static io.agentportal.PortalTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.SecretRotation;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class WebhookSecretIT {
  private static final String ROTATE = "/api/settings/webhook-secret/rotate";
  private static final String PREVIOUS = "/api/settings/webhook-secret/previous";

  private final ConnectedContoso contoso = new ConnectedContoso().deployed();

  @BeforeEach
  void startsWithOneSecret() {
    contoso
        .portal()
        .bean(SecretRotation.class)
        .revokePrevious(contoso.tenant(), CredentialKind.GENESYS_WEBHOOK_SECRET);
  }

  @AfterAll
  static void leavesTheTenantUnconnected() {
    ConnectedContoso.disconnect();
  }

  @AfterEach
  void leavesGenesysAsItWas() {
    contoso.control().clearFaults();
  }

  @Test
  void givesGenesysTheNewSecretAndAcceptsBothForTheGraceTime() {
    String old = current();

    Answer answer = rotate(Map.of("gracePeriodHours", 2));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.data().path("pushedToGenesys").asBoolean()).isTrue();
    String fresh = answer.data().path("newSecret").asString();
    assertThat(call(fresh)).isEqualTo(200);
    assertThat(call(old)).isEqualTo(200);
    contoso.portal().clock().advance(Duration.ofHours(2));
    assertThat(call(old)).isEqualTo(401);
    assertThat(call(fresh)).isEqualTo(200);
  }

  @Test
  void showsTheSecretOnceAndNowhereElse() {
    Answer answer = rotate(Map.of());
    String fresh = answer.data().path("newSecret").asString();

    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(contoso.admin().get("/api/settings").body()).doesNotContain(fresh);
    assertThat(contoso.newestDetails("webhook-secret.rotated"))
        .doesNotContain(fresh)
        .contains("oldValidUntil");
    assertThat(contoso.newestDetails("webhook-secret.rotated")).contains("••••");
  }

  @Test
  void countsCallsByOldAndNew() {
    String old = current();
    String fresh = rotate(Map.of()).data().path("newSecret").asString();
    call(old);
    call(old);
    call(fresh);

    JsonNode detail = contoso.admin().get("/api/settings").data().path("webhookSecretDetail");

    assertThat(detail.path("callsByCurrent").asInt()).isEqualTo(1);
    assertThat(detail.at("/previous/callsSigned").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(detail.at("/previous/lastCallAt").isNull()).isFalse();
  }

  @Test
  void endsTheOldSecretWhenAsked() {
    String old = current();
    rotate(Map.of());

    Answer answer = contoso.confirmed("revoke-webhook-secret").delete(PREVIOUS);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(call(old)).isEqualTo(401);
    assertThat(contoso.confirmed("revoke-webhook-secret").delete(PREVIOUS).code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void refusesASecondRotationInTheGraceTimeUnlessForced() {
    String first = current();
    rotate(Map.of());
    String second = current();

    Answer refused = rotate(Map.of());
    Answer forced = rotate(Map.of("force", true));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ROTATION_IN_PROGRESS");
    assertThat(forced.status()).isEqualTo(200);
    assertThat(call(first)).isEqualTo(401);
    assertThat(call(second)).isEqualTo(200);
  }

  @Test
  void changesNothingWhenGenesysRefuses() {
    String before = current();

    Answer answer = rotateOfAnIntegrationThatIsGone();

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(current()).isEqualTo(before);
    assertThat(call(before)).isEqualTo(200);
    assertThat(contoso.newestDetails("webhook-secret.refused")).contains("reason");
  }

  @Test
  void keepsBothForADayWhenGenesysDoesNotAnswer() {
    String old = current();
    PortalClient confirmed = contoso.confirmed("rotate-webhook-secret");
    contoso.control().fault(Map.of("target", "genesys.api", "kind", "server-error"));

    Answer answer = confirmed.post(ROTATE, json(Map.of("gracePeriodHours", 0)));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.data().path("pushedToGenesys").asBoolean()).isFalse();
    assertThat(Instant.parse(answer.data().path("oldSecretValidUntil").asString()))
        .isAfter(contoso.portal().clock().instant().plus(Duration.ofHours(23)));
    assertThat(call(old)).isEqualTo(200);
    assertThat(call(answer.data().path("newSecret").asString())).isEqualTo(200);
  }

  @Test
  void refusesAGraceTimeOfMoreThanAWeek() {
    assertThat(rotate(Map.of("gracePeriodHours", 169)).code()).isEqualTo("VALIDATION_FAILED");
    assertThat(rotate(Map.of("gracePeriodHours", -1)).code()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void asksForAConfirmationOfThisVeryAction() {
    assertThat(contoso.admin().post(ROTATE, "{}").code()).isEqualTo("CONFIRMATION_REQUIRED");
    assertThat(contoso.confirmed("revoke-webhook-secret").post(ROTATE, "{}").code())
        .isEqualTo("CONFIRMATION_REQUIRED");
    assertThat(contoso.admin().delete(PREVIOUS).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesAViewer() {
    PortalClient viewer = contoso.portal().signIn("viewer@contoso.example");

    assertThat(viewer.post(ROTATE, "{}").code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.delete(PREVIOUS).code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void showsTheExample() {
    new ContractExamples()
        .replace("/data/newSecret", "bm90LWEtcmVhbC1zZWNyZXQtb2YtYW55Ym9keS1oZXJl")
        .replace("/data/oldSecretValidUntil", "2026-03-11T12:00:00Z")
        .replace("/data/auditId", "128")
        .check("settings.rotate", rotate(Map.of()).json());
  }

  private Answer rotate(Map<String, ?> body) {
    return contoso.confirmed("rotate-webhook-secret").post(ROTATE, json(body));
  }

  private Answer rotateOfAnIntegrationThatIsGone() {
    var connections = contoso.portal().bean(Connections.class);
    contoso
        .portal()
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            connections.saveGenesys(
                new GenesysConnection(
                    contoso.tenant(),
                    "us-east-1",
                    contoso.world().machineClient().id(),
                    UUID.randomUUID().toString(),
                    "Agent Portal")));
    return rotate(Map.of());
  }

  private String current() {
    return contoso
        .portal()
        .bean(Vault.class)
        .current(contoso.tenant(), CredentialKind.GENESYS_WEBHOOK_SECRET)
        .reveal();
  }

  /// Calls our webhook as Genesys does; the status of the answer.
  private int call(String secret) {
    String body = "{\"type\":\"Text\",\"id\":\"%s\"}".formatted(UUID.randomUUID());
    String signature =
        "sha256="
            + Base64.getEncoder()
                .encodeToString(
                    HmacSha256.sign(SecretText.of(secret), body.getBytes(StandardCharsets.UTF_8)));
    return contoso
        .portal()
        .browser()
        .with("X-Hub-Signature-256", signature)
        .post("/webhook/genesys/" + contoso.tenant(), body)
        .status();
  }
}
