package io.agentportal.settings;

import static io.agentportal.PortalTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CredentialsIT {
  private static final String CREDENTIALS = "/api/settings/credentials";
  private static final String REPLACE = "replace-credential";
  private static final String WRONG_TOKEN = "EAA" + "x".repeat(120);

  private final ConnectedContoso contoso = new ConnectedContoso();

  @AfterAll
  static void leavesTheTenantUnconnected() {
    ConnectedContoso.disconnect();
  }

  @AfterEach
  void letsTokensLiveForEver() {
    contoso.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 0)));
    contoso.control().clearFaults();
  }

  @Test
  void replacesATokenThatThePartnerAccepts() {
    String token = contoso.fresh("system-user-token");

    Answer answer = replace(whatsAppToken(token));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.data().path("maskedValue").asString()).endsWith(tail(token));
    assertThat(inUse(CredentialKind.WHATSAPP_TOKEN)).isEqualTo(token);
    assertThat(answer.body()).doesNotContain(token);
  }

  @Test
  void keepsTheOldTokenWhenThePartnerRefusesTheNewOne() {
    String before = inUse(CredentialKind.WHATSAPP_TOKEN);

    Answer answer = replace(whatsAppToken(WRONG_TOKEN));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("CREDENTIAL_REFUSED");
    assertThat(answer.json().at("/error/details/partner").asString()).isEqualTo("whatsapp");
    assertThat(inUse(CredentialKind.WHATSAPP_TOKEN)).isEqualTo(before);
    new ContractExamples()
        .replace("/error/details", Map.of("requestId", answer.header("X-Request-Id").orElseThrow()))
        .check("error.credential-refused", answer.json());
  }

  @Test
  void doesNotCostAConfirmationWhenThePartnerRefuses() {
    PortalClient confirmed = contoso.confirmed(REPLACE);
    confirmed.put(CREDENTIALS, whatsAppToken(WRONG_TOKEN));

    Answer second = confirmed.put(CREDENTIALS, whatsAppToken(contoso.fresh("system-user-token")));
    Answer third = confirmed.put(CREDENTIALS, whatsAppToken(contoso.fresh("system-user-token")));

    assertThat(second.status()).isEqualTo(200);
    assertThat(third.code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void asksForAConfirmation() {
    Answer answer = contoso.admin().put(CREDENTIALS, whatsAppToken(WRONG_TOKEN));

    assertThat(answer.code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesAViewer() {
    PortalClient viewer = contoso.portal().signIn("viewer@contoso.example");

    assertThat(viewer.put(CREDENTIALS, whatsAppToken(WRONG_TOKEN)).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.get("/api/settings").status()).isEqualTo(200);
  }

  @Test
  void replacesTheSecretOfTheGenesysClient() {
    String secret = contoso.fresh("genesys-client");

    Answer answer =
        replace(json(Map.of("type", "genesys-client", "values", Map.of("clientSecret", secret))));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(inUse(CredentialKind.GENESYS_CLIENT_SECRET)).isEqualTo(secret);
  }

  @Test
  void refusesAGenesysClientOfAnotherOrganisation() {
    var other = contoso.portal().sandbox().northwind().machineClient();

    Answer answer =
        replace(
            json(
                Map.of(
                    "type",
                    "genesys-client",
                    "values",
                    Map.of("clientId", other.id(), "clientSecret", other.secret()))));

    assertThat(answer.code()).isEqualTo("CREDENTIAL_REFUSED");
    assertThat(answer.json().at("/error/message").asString()).contains("another Genesys organ");
  }

  @Test
  void asksMetaWhetherAnAppSecretIsTheApps() {
    Answer wrong = replace(appSecret("0123456789abcdef0123456789abcdef"));
    String secret = contoso.fresh("app-secret");

    assertThat(wrong.code()).isEqualTo("CREDENTIAL_REFUSED");
    assertThat(replace(appSecret(secret)).status()).isEqualTo(200);
    assertThat(inUse(CredentialKind.WHATSAPP_APP_SECRET)).isEqualTo(secret);
  }

  @Test
  void takesTheRequestOfTheSpecification() {
    String token = contoso.fresh("system-user-token");
    String confirmation =
        contoso.portal().confirm(contoso.admin(), REPLACE, ConnectedContoso.ADMIN);

    Answer answer =
        contoso
            .admin()
            .put(
                CREDENTIALS,
                json(
                    Map.of(
                        "credentialType",
                        "whatsapp-token",
                        "newValue",
                        token,
                        "confirmationToken",
                        confirmation)));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(inUse(CredentialKind.WHATSAPP_TOKEN)).isEqualTo(token);
  }

  @Test
  void goesBackToTheVersionBefore() {
    replace(whatsAppToken(contoso.fresh("system-user-token")));
    String before = inUse(CredentialKind.WHATSAPP_TOKEN);
    replace(whatsAppToken(contoso.fresh("system-user-token")));

    Answer answer = contoso.confirmed(REPLACE).post(CREDENTIALS + "/whatsapp-token/rollback", null);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(inUse(CredentialKind.WHATSAPP_TOKEN)).isEqualTo(before);
    assertThat(contoso.newestDetails("credential.rolled-back")).contains("toVersion");
  }

  @Test
  void keepsOneEarlierVersionSealedAndErasesTheOthers() {
    for (int i = 0; i < 3; i++) {
      replace(whatsAppToken(contoso.fresh("system-user-token")));
    }

    JsonNode versions = detail("whatsapp-token").path("versions");

    assertThat(versions.findValuesAsString("state").subList(0, 3))
        .containsExactly("current", "kept", "erased");
    assertThat(
            contoso
                .portal()
                .jdbc()
                .sql(
                    """
                    select count(*) from credential c
                     where c.tenant_id = :tenant and c.kind = 'WHATSAPP_TOKEN' and c.sealed is not null
                    """)
                .param("tenant", contoso.tenant().value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void readsTheTrueExpiryFromMeta() {
    Instant end = contoso.portal().clock().instant().plus(Duration.ofDays(20));
    contoso.control().settings(Map.of("meta", Map.of("tokenExpiresAt", end.getEpochSecond())));

    contoso.admin().post(CREDENTIALS + "/check", null);

    JsonNode token = detail("whatsapp-token");
    assertThat(Instant.parse(token.path("expiresAt").asString()))
        .isEqualTo(Instant.ofEpochSecond(end.getEpochSecond()));
    assertThat(token.path("status").asString()).isEqualTo("expiring-soon");
    assertThat(token.path("neverExpires").asBoolean()).isFalse();
  }

  @Test
  void saysNeverForATokenWithoutAnEnd() {
    contoso.admin().post(CREDENTIALS + "/check", null);

    assertThat(detail("whatsapp-token").path("neverExpires").asBoolean()).isTrue();
    assertThat(detail("whatsapp-token").path("expiresAt").isNull()).isTrue();
  }

  @Test
  void saysWhatMetaSaysOfATokenThatHasEnded() {
    contoso.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 1_700_000_000L)));

    contoso.admin().post(CREDENTIALS + "/check", null);

    assertThat(detail("whatsapp-token").path("status").asString()).isEqualTo("expired");
    assertThat(detail("whatsapp-token").path("warnings").valueStream()).isNotEmpty();
    contoso.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 0)));
    contoso.admin().post(CREDENTIALS + "/check", null);
  }

  @Test
  void putsTheExpiriesIntoACalendar() {
    Instant end = contoso.portal().clock().instant().plus(Duration.ofDays(40));
    contoso.control().settings(Map.of("meta", Map.of("tokenExpiresAt", end.getEpochSecond())));
    contoso.admin().post(CREDENTIALS + "/check", null);

    Answer file = contoso.admin().get(CREDENTIALS + "/calendar");

    assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/calendar");
    assertThat(file.body())
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("WhatsApp access token of", "TRIGGER:-P7D", "UID:whatsapp-token-")
        .endsWith("END:VCALENDAR\r\n");
    assertThat(file.body().lines()).allMatch(line -> line.length() <= 75);
  }

  @Test
  void recordsEachReplacementMasked() {
    String token = contoso.fresh("system-user-token");
    replace(whatsAppToken(token));

    assertThat(contoso.newestDetails("credential.replaced"))
        .contains("before", "after", tail(token))
        .doesNotContain(token);
  }

  @Test
  void showsTheExample() {
    replace(whatsAppToken(contoso.fresh("system-user-token")));
    Answer answer =
        replace(
            json(
                Map.of(
                    "type",
                    "whatsapp-token",
                    "values",
                    Map.of("systemUserToken", contoso.fresh("system-user-token")))));

    new ContractExamples()
        .replace("/data/maskedValue", "••••••••k3Zx")
        .replace("/data/lastUpdated", "2026-03-10T11:59:58Z")
        .replace("/data/expiresAt", "2026-05-09T11:59:58Z")
        .replace("/data/neverExpires", false)
        .replace("/data/versions", SettingsIT.exampleVersions())
        .check("settings.credential", answer.json());
  }

  private Answer replace(String body) {
    return contoso.confirmed(REPLACE).put(CREDENTIALS, body);
  }

  private JsonNode detail(String type) {
    return contoso
        .admin()
        .get("/api/settings")
        .data()
        .path("credentialDetails")
        .valueStream()
        .filter(each -> each.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private String inUse(CredentialKind kind) {
    return contoso.portal().bean(Vault.class).current(contoso.tenant(), kind).reveal();
  }

  private static String whatsAppToken(String token) {
    return json(Map.of("type", "whatsapp-token", "values", Map.of("systemUserToken", token)));
  }

  private static String appSecret(String secret) {
    return json(Map.of("type", "whatsapp-app-secret", "values", Map.of("appSecret", secret)));
  }

  private static String tail(String secret) {
    return secret.substring(secret.length() - 4);
  }
}
