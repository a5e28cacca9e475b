package io.agentportal.integration.checks;

import static io.agentportal.integration.checks.TestedConnection.CONTOSO;
import static io.agentportal.integration.checks.TestedConnection.PORTAL;
import static io.agentportal.integration.checks.TestedConnection.flaw;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.integration.Check;
import io.agentportal.integration.Check.Status;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each of the eleven checks of WhatsApp, made to fail in the sandbox.
class WhatsAppChecksIT {
  private final TestedConnection connection = TestedConnection.deployed();

  @AfterEach
  void putInOrder() {
    PORTAL.sandbox().control().reset();
  }

  private Check found(String id, Status status, String code) {
    Check check = connection.test().get(id);
    assertThat(check.status()).as("%s: %s", check.finding(), check.facts()).isEqualTo(status);
    assertThat(check.code()).isEqualTo(code);
    return check;
  }

  private void expiresIn(long seconds) {
    long at = Instant.now().getEpochSecond() + seconds;
    PORTAL.sandbox().control().settings(Map.of("meta", Map.of("tokenExpiresAt", at)));
  }

  @Test
  void tellThatTheTokenIsUnknown() {
    connection.token = "E".repeat(150);

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("whatsapp.token").code()).isEqualTo("token-invalid");
    assertThat(checks.get("whatsapp.token").advice()).contains("Generate a new token");
    assertThat(checks.get("whatsapp.account").code()).isEqualTo("needs-whatsapp.token");
    assertThat(checks.get("genesys.token").status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void tellThatTheTokenHasExpired() {
    expiresIn(-10);

    assertThat(found("whatsapp.token", Status.ERROR, "token-invalid").advice()).contains("step 3");
  }

  @Test
  void tellWhichPermissionTheTokenLacks() {
    flaw("tokenScopes", "whatsapp_business_management");

    Check check = found("whatsapp.token", Status.ERROR, "scope-missing");

    assertThat(check.advice()).contains("both WhatsApp permissions");
    assertThat(check.facts().toString()).contains("whatsapp_business_messaging");
  }

  @Test
  void warnThatTheTokenIsAPersons() {
    flaw("tokenKind", "USER");

    assertThat(found("whatsapp.token", Status.WARNING, "user-token").advice())
        .contains("system user");
  }

  @Test
  void tellThatTheTokenIsAnotherApps() {
    connection.appId = CONTOSO.meta().appId();

    assertThat(found("whatsapp.token", Status.ERROR, "other-app").advice()).contains("app ID");
  }

  @Test
  void warnThatTheTokenEndsSoon() {
    expiresIn(3 * 86_400);

    assertThat(found("whatsapp.expiry", Status.WARNING, "expires-soon").advice())
        .contains("Generate a new one");
  }

  @Test
  void tellThatTheAccountIsHidden() {
    connection.wabaId = CONTOSO.meta().wabaId();

    Check check = found("whatsapp.account", Status.ERROR, "account-hidden");

    assertThat(check.advice()).contains("WABA ID", "full control");
  }

  @ParameterizedTest
  @CsvSource({"REJECTED, ERROR, another review", "PENDING, WARNING, Wait for the review"})
  void tellHowFarTheReviewOfTheAccountIs(String review, Status status, String advice) {
    flaw("accountReview", review);

    assertThat(found("whatsapp.account", status, "not-approved").advice()).contains(advice);
  }

  @Test
  void tellThatTheNumberIsNotOfTheAccount() {
    connection.phoneNumberId = CONTOSO.meta().phoneNumberId();

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("whatsapp.number-listed").code()).isEqualTo("not-listed");
    assertThat(checks.get("whatsapp.number-listed").advice()).contains("mixed up");
    assertThat(checks.get("whatsapp.number").code()).isEqualTo("number-hidden");
    assertThat(checks.get("whatsapp.health").code()).isEqualTo("needs-whatsapp.number");
  }

  @ParameterizedTest
  @CsvSource({"DISCONNECTED", "BANNED", "PENDING"})
  void tellThatTheNumberIsNotConnected(String numberStatus) {
    flaw("numberStatus", numberStatus);

    Check check = found("whatsapp.number", Status.ERROR, "not-connected");

    assertThat(check.advice()).contains("Register the number", "PIN");
    assertThat(check.facts().toString()).contains(numberStatus);
  }

  @ParameterizedTest
  @CsvSource({"BLOCKED, ERROR, blocked", "LIMITED, WARNING, limited"})
  void tellWhatKeepsTheNumberFromSending(String canSend, Status status, String code) {
    flaw("canSendMessage", canSend);

    Check check = found("whatsapp.health", status, code);

    assertThat(check.facts().toString()).contains("PHONE_NUMBER", "Add a payment method");
  }

  @Test
  void tellThatTheAppIsNotSubscribed() {
    PORTAL.sandbox().control().reset();

    assertThat(found("whatsapp.subscription", Status.ERROR, "not-subscribed").advice())
        .contains("Deploy the webhooks");
  }

  @Test
  void tellThatTheAppSecretIsMissing() {
    connection.appSecret = Optional.empty();

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("whatsapp.app-callback").code()).isEqualTo("no-app-secret");
    assertThat(checks.get("whatsapp.app-callback").advice()).contains("Settings > Basic");
    assertThat(checks.get("whatsapp.loop").code()).isEqualTo("needs-app-secret");
    assertThat(checks.get("webhook.signature").code()).isEqualTo("needs-app-secret");
  }

  @Test
  void tellThatTheAppSecretIsWrong() {
    connection.appSecret = Optional.of(SecretText.of(CONTOSO.meta().appSecret()));

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("whatsapp.app-callback").code()).isEqualTo("wrong-app-secret");
    assertThat(checks.get("whatsapp.app-callback").advice()).contains("Settings > Basic");
    assertThat(checks.get("whatsapp.loop").code()).isEqualTo("wrong-app-secret");
    assertThat(checks.get("webhook.signature").code()).isEqualTo("signature-refused");
  }

  @Test
  void tellWhoseTheAppsOwnWebhookIs() {
    PORTAL
        .sandbox()
        .control()
        .callback("northwind", "app", URI.create("https://crm.example/hook?token=theirs"));

    Check check = found("whatsapp.app-callback", Status.SUCCESS, "ok");

    assertThat(check.facts().toString())
        .contains("https://crm.example/hook")
        .doesNotContain("theirs");
  }

  @Test
  void tellThatTheNumbersMessagesGoElsewhere() {
    PORTAL
        .sandbox()
        .control()
        .callback("northwind", "phone", URI.create("https://crm.example/hook"));

    Check check = found("whatsapp.effective-url", Status.ERROR, "other-url");

    assertThat(check.advice()).contains("override on the number");
    assertThat(check.facts().toString()).contains("https://crm.example/hook", "phone_number");
  }

  @Test
  void tellThatTheWayFromMetaIsNotOpen() {
    connection.verifyToken = SecretText.of("another-verify-token");

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("whatsapp.loop").code()).isEqualTo("no-echo");
    assertThat(checks.get("whatsapp.loop").advice()).contains("handshake");
    assertThat(checks.get("webhook.handshake").code()).isEqualTo("no-echo");
    assertThat(checks.get("webhook.handshake").advice()).contains("query");
  }

  @Test
  void warnThatNoTemplateIsThere() {
    flaw("templates", false);

    assertThat(found("whatsapp.templates", Status.WARNING, "no-template").advice())
        .contains("Create a template");
  }

  @Test
  void tellThatTemplatesAreHidden() {
    flaw("deniedCalls", "GET message_templates");

    assertThat(found("whatsapp.templates", Status.ERROR, "refused").advice())
        .contains("whatsapp_business_management");
  }
}
