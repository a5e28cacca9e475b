package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.support.Rest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DirectoryTest extends SandboxTest {
  @Test
  void showsOrganisationAndRightsOnlyWhenAskedTo() {
    Rest admin = rest.with(browser.personToken("admin@northwind.example"));

    JsonNode plain = admin.get("/api/v2/users/me").json();
    JsonNode full = admin.get("/api/v2/users/me?expand=authorization,organization").json();

    assertThat(plain.has("organization")).isFalse();
    assertThat(full.path("organization").path("id").asString())
        .isEqualTo(sandbox.northwind().organizationId());
    assertThat(full.path("authorization").path("permissions"))
        .extracting(JsonNode::asString)
        .contains("messaging:integration:edit");
  }

  @Test
  void givesAViewerNoRightToChangeIntegrations() {
    Rest viewer = rest.with(browser.personToken("viewer@northwind.example"));

    JsonNode me = viewer.get("/api/v2/users/me?expand=authorization&expand=organization").json();

    assertThat(me.path("authorization").path("permissions"))
        .extracting(JsonNode::asString)
        .contains("messaging:integration:view")
        .doesNotContain("messaging:integration:edit");
    assertThat(me.has("organization")).isTrue();
  }

  @Test
  void knowsNoUserBehindClientCredentials() {
    Rest.Answer answer = rest.with(machineToken()).get("/api/v2/users/me");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void namesTheOrganisationAndClientOfAToken() {
    JsonNode token = rest.with(machineToken()).get("/api/v2/tokens/me").json();

    assertThat(token.path("organization").path("id").asString())
        .isEqualTo(sandbox.northwind().organizationId());
    assertThat(token.path("OAuthClient").path("authorizedGrantType").asString())
        .isEqualTo("CLIENT-CREDENTIALS");
  }

  @Test
  void checksATokenWithoutABody() {
    Rest machine = rest.with(machineToken());

    Rest.Answer answer =
        machine.send(
            machine
                .request("/api/v2/tokens/me")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void forgetsARevokedToken() {
    Rest machine = rest.with(machineToken());
    machine.delete("/api/v2/tokens/me");

    Rest.Answer answer = machine.get("/api/v2/organizations/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("code").asString()).isEqualTo("bad.credentials");
  }

  @Test
  void tellsAMissingTokenFromAnExpiredOne() {
    Rest machine = rest.with(machineToken());
    sandbox.control().advanceClock(Duration.ofDays(2));

    Rest.Answer missing = rest.get("/api/v2/organizations/me");
    Rest.Answer expired = machine.get("/api/v2/organizations/me");

    assertThat(missing.json().path("code").asString()).isEqualTo("authentication.required");
    assertThat(expired.json().path("code").asString()).isEqualTo("credentials.expired");
    assertThat(expired.json().path("contextId").asString())
        .isEqualTo(expired.header("ININ-Correlation-Id").orElseThrow());
  }

  @Test
  void limitsRequestsPerTokenAndSaysWhenToComeBack() {
    sandbox.control().settings(Map.of("genesys", Map.of("requestsPerMinute", 2)));
    Rest machine = rest.with(machineToken());
    Rest other = rest.with(machineToken());

    Rest.Answer first = machine.get("/api/v2/organizations/me");
    machine.get("/api/v2/organizations/me");
    Rest.Answer third = machine.get("/api/v2/organizations/me");

    assertThat(first.header("inin-ratelimit-count")).contains("1");
    assertThat(first.header("inin-ratelimit-allowed")).contains("2");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.json().path("code").asString()).isEqualTo("too.many.requests.retry.after");
    assertThat(Integer.parseInt(third.header("Retry-After").orElseThrow())).isBetween(1, 61);
    assertThat(other.get("/api/v2/organizations/me").status()).isEqualTo(200);
  }

  @Test
  void publishesItsLimits() {
    sandbox.control().settings(Map.of("genesys", Map.of("requestsPerMinute", 300)));

    JsonNode limits =
        rest.with(machineToken())
            .get("/api/v2/organizations/limits/namespaces/platform.api")
            .json();

    assertThat(limits.path("entities"))
        .anySatisfy(limit -> {
          assertThat(limit.path("key").asString())
              .isEqualTo("client.credentials.token.rate.per.minute");
          assertThat(limit.path("value").asInt()).isEqualTo(300);
        });
  }

  @Test
  void listsTheGrantsOfAPerson() {
    Rest admin = rest.with(browser.personToken("admin@contoso.example"));

    JsonNode subject = admin.get("/api/v2/authorization/subjects/me").json();

    assertThat(subject.path("grants").path(0).path("role").path("policies"))
        .anySatisfy(policy -> assertThat(policy.path("domain").asString()).isEqualTo("messaging"));
  }

  @Test
  void answersUnknownEndpointsInTheShapeOfTheApi() {
    Rest.Answer answer = rest.with(machineToken()).get("/api/v2/no/such/thing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("code").asString()).isEqualTo("not.found");
  }
}
