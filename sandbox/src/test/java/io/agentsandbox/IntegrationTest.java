package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.support.Rest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IntegrationTest extends GenesysTest {
  @Test
  void completesTheCreationLater() {
    sandbox.control().settings(Map.of("genesys", Map.of("integrationCreationMillis", 60_000)));

    JsonNode created = create("Slow").json();
    String path = OPEN + "/" + created.path("id").asString();
    Rest.Answer tooEarly = genesys.call("PATCH", path, "{\"name\":\"Slow\"}");
    sandbox.control().advanceClock(Duration.ofMinutes(2));
    JsonNode later = genesys.get(path).json();

    assertThat(created.path("createStatus").asString()).isEqualTo("Initiated");
    assertThat(created.has("recipient")).isFalse();
    assertThat(tooEarly.status()).isEqualTo(400);
    assertThat(later.path("createStatus").asString()).isEqualTo("Completed");
    assertThat(later.path("recipient").path("id").asString()).isNotEmpty();
  }

  @Test
  void demandsASecretOfMoreThanFifteenCharacters() {
    Rest.Answer answer =
        genesys.post(
            OPEN, integrationBody("X", portal.uri("/genesys").toString(), "fifteen-chars-x"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asString()).contains("longer than 15");
  }

  @Test
  void demandsPort443UnlessTheHostIsThisMachine() {
    Rest.Answer otherPort =
        genesys.post(OPEN, integrationBody("X", "https://portal.example:8443/hook", SECRET));
    Rest.Answer plain =
        genesys.post(OPEN, integrationBody("X", "http://portal.example/hook", SECRET));
    Rest.Answer secure =
        genesys.post(OPEN, integrationBody("X", "https://portal.example/hook", SECRET));

    assertThat(otherPort.status()).isEqualTo(400);
    assertThat(plain.status()).isEqualTo(400);
    assertThat(secure.status()).isEqualTo(202);
  }

  @Test
  void givesAnIntegrationTheSameIdentifierAfterARestart() {
    sandbox.control().reset();
    genesys = rest.with(machineToken());

    String again = create("Portal").json().path("id").asString();
    String second = create("Portal").json().path("id").asString();

    assertThat(again).isEqualTo(integration);
    assertThat(second).isNotEqualTo(integration);
  }

  @Test
  void changesListsAndRemoves() {
    genesys.call("PATCH", OPEN + "/" + integration, "{\"name\":\"Renamed\"}");

    JsonNode listed = genesys.get(OPEN).json();
    genesys.delete(OPEN + "/" + integration);

    assertThat(listed.path("total").asInt()).isEqualTo(1);
    assertThat(listed.path("entities").path(0).path("name").asString()).isEqualTo("Renamed");
    assertThat(genesys.get(OPEN + "/" + integration).status()).isEqualTo(404);
  }

  @Test
  void namesThePermissionThatAViewerLacks() {
    Rest viewer = rest.with(browser.personToken("viewer@northwind.example"));

    Rest.Answer read = viewer.get(OPEN + "/" + integration);
    Rest.Answer change = viewer.call("PATCH", OPEN + "/" + integration, "{\"name\":\"Mine\"}");

    assertThat(read.status()).isEqualTo(200);
    assertThat(change.status()).isEqualTo(403);
    assertThat(change.json().path("code").asString()).isEqualTo("missing.any.permissions");
    assertThat(change.json().path("message").asString()).contains("[messaging:integration:edit]");
  }

  @Test
  void hidesAnIntegrationFromAnotherOrganisation() {
    Rest contoso = rest.with(browser.machineToken(sandbox.contoso().machineClient()));

    assertThat(contoso.get(OPEN + "/" + integration).status()).isEqualTo(404);
  }

  @Test
  void routesTheRecipientToAFlow() {
    String recipient =
        genesys.get(OPEN + "/" + integration).json().path("recipient").path("id").asString();
    String path = "/api/v2/routing/message/recipients/" + recipient;

    JsonNode before = genesys.get(path).json();
    genesys.call("PUT", path, "{\"flow\":{\"id\":\"flow-1\"}}");

    assertThat(before.has("flow")).isFalse();
    assertThat(genesys.get(path).json().path("flow").path("id").asString()).isEqualTo("flow-1");
  }

  @Test
  void offersAContentProfileAndAMessagingSetting() {
    JsonNode profile =
        genesys.get("/api/v2/conversations/messaging/supportedcontent/default").json();
    JsonNode settings = genesys.get("/api/v2/conversations/messaging/settings").json();

    assertThat(profile.path("mediaTypes").path("allow").path("inbound")).isNotEmpty();
    assertThat(settings.path("entities")).hasSize(1);
  }
}
