package io.agentportal.onboarding;

import static io.agentportal.onboarding.Forms.genesys;
import static io.agentportal.onboarding.Forms.json;
import static io.agentportal.onboarding.Forms.organization;
import static io.agentportal.onboarding.Forms.problems;
import static io.agentportal.onboarding.Forms.save;
import static io.agentportal.onboarding.Forms.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentsandbox.world.World;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OnboardingIT {
  private final PortalTest portal = PortalTest.running();
  private final World northwind = portal.sandbox().northwind();
  private final World contoso = portal.sandbox().contoso();
  private final PortalClient admin = portal.signIn(northwind.admin().email());

  private void saveAll() {
    Forms.saveAll(admin, northwind);
  }

  @Test
  void setsATenantUpFromTheFormToTheCompletion() {
    saveAll();

    Answer deployed = admin.post("/api/onboarding/webhooks/deploy", null);
    Answer completed = admin.post("/api/onboarding/complete", null);
    Answer again = admin.post("/api/onboarding/complete", null);

    assertThat(deployed.status()).isEqualTo(200);
    assertThat(steps(deployed))
        .containsEntry("genesys-integration", "done")
        .containsEntry("genesys-webhook", "done")
        .containsEntry("meta-subscription", "done")
        .containsEntry("meta-callback", "done");
    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.data().path("webhookUrls").path("meta").asString())
        .startsWith(portal.baseUri() + "/webhook/meta/");
    assertThat(again.data()).isEqualTo(completed.data());
    assertThat(session(admin).path("tenant").path("onboarded").asBoolean()).isTrue();
  }

  @Test
  void findsTheIntegrationAgainWhenItDeploysAgain() {
    saveAll();
    admin.post("/api/onboarding/webhooks/deploy", null);
    JsonNode before = integrations();

    Answer deployed = admin.post("/api/onboarding/webhooks/deploy", null);

    assertThat(steps(deployed)).containsEntry("genesys-integration", "done");
    assertThat(integrations().size()).isEqualTo(before.size());
  }

  @Test
  void keepsSecretsToItself() {
    saveAll();

    Answer progress = admin.get("/api/onboarding/progress");

    JsonNode form = progress.data().path("progress");
    assertThat(form.path("organization").path("supportPhone").asString()).isEqualTo("+15550100201");
    assertThat(form.path("genesys").path("clientSecret").asString()).isEmpty();
    assertThat(form.path("genesys").path("hasClientSecret").asBoolean()).isTrue();
    assertThat(form.path("whatsapp").path("systemUserToken").asString()).isEmpty();
    assertThat(form.path("whatsapp").path("hasAppSecret").asBoolean()).isTrue();
    assertThat(progress.body())
        .doesNotContain(northwind.machineClient().secret())
        .doesNotContain(northwind.meta().systemUserToken())
        .doesNotContain(northwind.meta().appSecret());
    assertThat(progress.data().path("completedSteps").toString()).startsWith("[1,2,3");
  }

  @Test
  void leavesASecretAsItIsWhenItIsNotEnteredAgain() {
    saveAll();
    var genesys = genesys(northwind);
    genesys.put("clientSecret", "");

    assertThat(save(admin, 2, Map.of("genesys", genesys)).status()).isEqualTo(200);
  }

  @Test
  void refusesAMachineClientOfAnotherOrganisation() {
    Answer answer = save(admin, 2, Map.of("genesys", genesys(contoso)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("PARTNER_REFUSED");
    assertThat(answer.body()).contains("another Genesys organisation");
  }

  @Test
  void refusesAWrongClientSecretWithGenesysReason() {
    var genesys = genesys(northwind);
    genesys.put("clientSecret", "wrong-secret-of-enough-letters");

    Answer answer = save(admin, 2, Map.of("genesys", genesys));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("error").path("details").path("partnerCode").asString())
        .isEqualTo("invalid_client");
  }

  @Test
  void refusesANumberThatIsNotInTheAccount() {
    var whatsApp = whatsApp(northwind.meta());
    whatsApp.put("phoneNumberId", contoso.meta().phoneNumberId());

    Answer answer = save(admin, 3, Map.of("whatsapp", whatsApp));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(problems(answer).get("whatsapp.phoneNumberId"))
        .contains("not in the WhatsApp account", northwind.meta().phoneNumberId());
  }

  @Test
  void refusesATokenThatMetaDoesNotKnow() {
    var whatsApp = whatsApp(northwind.meta());
    whatsApp.put("systemUserToken", "E".repeat(120));

    Answer answer = save(admin, 3, Map.of("whatsapp", whatsApp));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("PARTNER_REFUSED");
  }

  @Test
  void refusesTheNumberOfAnotherTenant() {
    saveAll();
    PortalClient other = portal.signIn(contoso.admin().email());

    Answer answer = save(other, 3, Map.of("whatsapp", whatsApp(northwind.meta())));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(other.get("/api/onboarding/progress").body())
        .doesNotContain(northwind.meta().phoneNumberId());
  }

  @ParameterizedTest
  @CsvSource({
    "companyName, A, Company name must be at least 2 characters",
    "contactEmail, nobody, Invalid email address",
    "supportPhone, 12, Invalid phone number format",
    "region, moon, 'Choose one of north-america, europe, asia-pacific and latin-america'"
  })
  void saysWhichFieldIsWrong(String field, String value, String message) {
    var organization = organization();
    organization.put(field, value);

    Answer answer = save(admin, 1, Map.of("organization", organization));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(problems(answer)).containsExactly(Map.entry("organization." + field, message));
  }

  @Test
  void acceptsTheFieldsOfAStepWithoutItsName() {
    assertThat(save(admin, 1, organization()).status()).isEqualTo(200);
  }

  @Test
  void refusesAChangeThatBuildsOnAnOldRevision() {
    save(admin, 1, organization());
    int revision = admin.get("/api/onboarding/progress").data().path("revision").asInt();
    String body = json(Map.of("step", 1, "data", organization()));

    assertThat(
            admin.with("If-Match", "" + (revision - 1)).post("/api/onboarding/save", body).code())
        .isEqualTo("REVISION_CONFLICT");
    assertThat(
            admin
                .with("If-Match", "\"" + revision + "\"")
                .post("/api/onboarding/save", body)
                .status())
        .isEqualTo(200);
  }

  @Test
  void namesWhatIsMissingBeforeItCompletes() {
    PortalClient other = portal.signIn(contoso.admin().email());

    Answer answer = other.post("/api/onboarding/complete", null);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ONBOARDING_INCOMPLETE");
    assertThat(answer.json().path("error").path("details").path("missing").toString())
        .contains("genesys", "whatsapp", "webhooks");
    assertThat(other.post("/api/onboarding/webhooks/deploy", null).code())
        .isEqualTo("ONBOARDING_INCOMPLETE");
  }

  @Test
  void letsAViewerSeeTheAddressesOnly() {
    saveAll();
    admin.post("/api/onboarding/webhooks/deploy", null);
    PortalClient viewer = portal.signIn(northwind.viewer().email());
    String token = verifyToken(admin);

    assertThat(token).hasSizeGreaterThan(40);
    assertThat(verifyToken(viewer)).startsWith("••••").doesNotContain(token);
    assertThat(viewer.get("/api/onboarding/progress").code()).isEqualTo("FORBIDDEN");
    assertThat(save(viewer, 1, organization()).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.post("/api/onboarding/webhooks/deploy", null).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.post("/api/onboarding/complete", null).code()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/onboarding/progress", "/api/onboarding/webhooks"})
  void asksWhoYouAre(String path) {
    assertThat(portal.browser().get(path).code()).isEqualTo("UNAUTHENTICATED");
  }

  private static String verifyToken(PortalClient client) {
    return client.get("/api/onboarding/webhooks").data().path("verifyToken").asString();
  }

  private static Map<String, String> steps(Answer deployed) {
    return deployed.data().path("steps").values().stream()
        .collect(
            Collectors.toMap(
                step -> step.path("name").asString(), step -> step.path("status").asString()));
  }

  private static JsonNode session(PortalClient client) {
    return client.get("/api/auth/session").data().path("session");
  }

  private JsonNode integrations() {
    return portal.sandbox().control().state().path("integrations");
  }
}
