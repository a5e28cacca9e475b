package io.agentportal.onboarding;

import static io.agentportal.onboarding.Forms.genesys;
import static io.agentportal.onboarding.Forms.json;
import static io.agentportal.onboarding.Forms.problems;
import static io.agentportal.onboarding.Forms.save;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentsandbox.world.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OffersIT {
  private static final String INTEGRATIONS = "/api/onboarding/genesys/integrations";
  private static final String NUMBERS = "/api/onboarding/whatsapp/numbers";

  private final PortalTest portal = PortalTest.running();
  private final World northwind = portal.sandbox().northwind();
  private final World contoso = portal.sandbox().contoso();
  private final PortalClient admin = portal.signIn(northwind.admin().email());

  @Test
  void offersTheNumbersOfTheAccountThatIsBeingTyped() {
    Answer answer =
        admin.post(
            NUMBERS,
            json(
                Map.of(
                    "wabaId", northwind.meta().wabaId(),
                    "systemUserToken", northwind.meta().systemUserToken())));

    JsonNode number = answer.data().path("numbers").path(0);
    assertThat(number.path("id").asString()).isEqualTo(northwind.meta().phoneNumberId());
    assertThat(number.path("displayNumber").asString())
        .isEqualTo(northwind.meta().displayPhoneNumber());
    assertThat(number.path("quality").asString()).isEqualTo("GREEN");
    assertThat(number.path("status").asString()).isEqualTo("CONNECTED");
  }

  @Test
  void offersWhatTheStoredCredentialsMaySee() {
    Forms.saveAll(admin, northwind);
    admin.post("/api/onboarding/webhooks/deploy", null);

    Answer integrations = admin.get(INTEGRATIONS);
    Answer numbers = admin.get(NUMBERS);

    assertThat(integrations.data().at("/integrations/0/name").asString()).isEqualTo("Agent Portal");
    assertThat(integrations.data().at("/integrations/0/status").asString()).isEqualTo("active");
    assertThat(integrations.data().at("/integrations/0/webhookUrl").asString())
        .contains("/webhook/genesys/");
    assertThat(integrations.body()).doesNotContain("Secret");
    assertThat(numbers.data().path("numbers")).hasSize(1);
  }

  @Test
  void doesNotSendTheStoredSecretForAnotherClient() {
    Forms.saveAll(admin, northwind);
    var other = genesys(contoso);
    other.put("clientSecret", "");

    Answer answer = admin.post(INTEGRATIONS, json(other));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(problems(answer)).containsKey("genesys.clientSecret");
  }

  @Test
  void refusesToLookIntoAnotherOrganisation() {
    Answer answer = admin.post(INTEGRATIONS, json(genesys(contoso)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/error/details/partnerCode").asString())
        .isEqualTo("other-organization");
  }

  @Test
  void showsNoNumbersOfAnAccountThatTheTokenMayNotSee() {
    Answer answer =
        admin.post(
            NUMBERS,
            json(
                Map.of(
                    "wabaId", contoso.meta().wabaId(),
                    "systemUserToken", northwind.meta().systemUserToken())));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("PARTNER_REFUSED");
  }

  @Test
  void refusesAnIntegrationThatTheOrganisationDoesNotHave() {
    var genesys = genesys(northwind);
    genesys.put("integrationId", UUID.randomUUID().toString());

    Answer answer = save(admin, 2, Map.of("genesys", genesys));

    assertThat(problems(answer)).containsOnlyKeys("genesys.integrationId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "localhost:3100",
        "us-east-1.evil.example",
        "../../etc"
      })
  void callsNobodyButTheKnownRegions(String region) {
    var genesys = genesys(northwind);
    genesys.put("region", region);
    long before = calls();

    Answer answer = admin.post(INTEGRATIONS, json(genesys));

    assertThat(problems(answer)).containsOnlyKeys("genesys.region");
    assertThat(calls()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void keepsViewersAndStrangersOut(String method) {
    PortalClient viewer = portal.signIn(northwind.viewer().email());
    String body = "POST".equals(method) ? "{}" : null;

    assertThat(viewer.send(method, INTEGRATIONS, body).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.send(method, NUMBERS, body).code()).isEqualTo("FORBIDDEN");
    assertThat(portal.browser().send(method, NUMBERS, body).code()).isEqualTo("UNAUTHENTICATED");
  }

  private long calls() {
    return portal.sandbox().control().state().path("calls").asLong();
  }
}
