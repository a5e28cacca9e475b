package io.agentportal.settings;

import static io.agentportal.PortalTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsIT {
  private static final String REGIONAL = "/api/settings/regional";

  private final ConnectedContoso contoso = new ConnectedContoso();
  private final PortalClient admin = contoso.admin();

  @AfterAll
  static void leavesTheTenantUnconnected() {
    ConnectedContoso.disconnect();
  }

  @AfterEach
  void setsTheTenantBack() {
    contoso
        .portal()
        .jdbc()
        .sql(
            """
            update tenant set zone = 'UTC', locale = 'en-US', data_residency = null, onboarded_at = null
             where id = :tenant
            """)
        .param("tenant", contoso.tenant().value())
        .update();
  }

  @Test
  void changesWhereTheTenantsDaysBegin() {
    Answer answer = admin.patch(REGIONAL, json(Map.of("timezone", "Asia/Kathmandu")));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Answer dashboard = admin.get("/api/analytics/dashboard");
    assertThat(dashboard.data().path("timezone").asString()).isEqualTo("Asia/Kathmandu");
    ZonedDateTime hour =
        ZonedDateTime.parse(dashboard.data().at("/charts/messageVolume/0/timestamp").asString())
            .withZoneSameInstant(ZoneId.of("Asia/Kathmandu"));
    assertThat(hour.getMinute()).isZero();
  }

  @Test
  void changesTheLocaleOfTheSession() {
    admin.patch(REGIONAL, json(Map.of("locale", "de-AT")));

    assertThat(admin.get("/api/auth/session").data().at("/session/tenant/locale").asString())
        .isEqualTo("de-AT");
  }

  @ParameterizedTest
  @CsvSource({
    "timezone, Mars/Olympus",
    "timezone, +02:00",
    "locale, not a locale",
    "locale, qq-QQ",
    "dataResidency, moon"
  })
  void refusesWhatDoesNotExist(String member, String value) {
    Answer answer = admin.patch(REGIONAL, json(Map.of(member, value)));

    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.json().at("/error/details/fields/0/field").asString()).isEqualTo(member);
  }

  @Test
  void keepsTheDataNearTheGenesysRegionUntilSomebodyChooses() {
    assertThat(admin.get("/api/settings").data().at("/regional/dataResidency").asString())
        .isEqualTo("us");

    admin.patch(REGIONAL, json(Map.of("dataResidency", "eu")));

    assertThat(admin.get("/api/settings").data().at("/regional/dataResidency").asString())
        .isEqualTo("eu");
  }

  @Test
  void fixesThePlaceOfTheDataOnceTheTenantIsLive() {
    contoso
        .portal()
        .jdbc()
        .sql("update tenant set onboarded_at = now() where id = :tenant")
        .param("tenant", contoso.tenant().value())
        .update();

    Answer other = admin.patch(REGIONAL, json(Map.of("dataResidency", "eu")));
    Answer same = admin.patch(REGIONAL, json(Map.of("dataResidency", "us")));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("RESIDENCY_FIXED");
    assertThat(same.status()).isEqualTo(200);
  }

  @Test
  void recordsBeforeAndAfter() {
    admin.patch(REGIONAL, json(Map.of("timezone", "Europe/Lisbon")));

    assertThat(contoso.newestDetails("settings.changed"))
        .contains("before", "UTC", "after", "Europe/Lisbon");
  }

  @Test
  void refusesAViewer() {
    PortalClient viewer = contoso.portal().signIn("viewer@contoso.example");

    assertThat(viewer.patch(REGIONAL, json(Map.of("locale", "de-DE"))).code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void showsNoSecret() {
    String body = admin.get("/api/settings").body();

    assertThat(body)
        .doesNotContain(
            contoso.world().machineClient().secret(),
            contoso.world().meta().systemUserToken(),
            contoso.world().meta().appSecret());
  }

  @Test
  void showsTheExample() {
    contoso.deployed();
    new ContractExamples()
        .replace("/data/webhookSecret", "••••••••b7Qk")
        .replace("/data/webhookSecretDetail", exampleSecret())
        .replace("/data/credentials", exampleCredentials())
        .replace("/data/credentialDetails", List.of(exampleDetail()))
        .check("settings.show", admin.get("/api/settings").json());
    new ContractExamples()
        .check(
            "settings.regional",
            admin
                .patch(REGIONAL, json(Map.of("timezone", "Europe/Madrid", "locale", "es-ES")))
                .json());
  }

  static JsonNode exampleVersions() {
    return tree(
        """
        [
          {"version": 2, "createdAt": "2026-03-10T11:59:58Z", "state": "current"},
          {"version": 1, "createdAt": "2026-01-08T09:30:00Z", "state": "kept"}
        ]
        """);
  }

  private static JsonNode exampleSecret() {
    return tree(
        """
        {
          "createdAt": "2026-03-10T08:00:00Z",
          "callsByCurrent": 412,
          "previous": {
            "validUntil": "2026-03-11T08:00:00Z",
            "callsSigned": 9873,
            "lastCallAt": "2026-03-10T08:00:01Z"
          }
        }
        """);
  }

  private static JsonNode exampleCredentials() {
    String credential =
        """
        {"lastUpdated": "2026-03-10T11:59:58Z", "status": "active", "maskedValue": "••••••••k3Zx"}
        """;
    return tree("{\"genesys\": %s, \"whatsapp\": %s}".formatted(credential, credential));
  }

  private static JsonNode exampleDetail() {
    return tree(
        """
        {
          "type": "whatsapp-token",
          "maskedValue": "••••••••k3Zx",
          "lastUpdated": "2026-03-10T11:59:58Z",
          "expiresAt": "2026-05-09T11:59:58Z",
          "neverExpires": false,
          "status": "active",
          "warnings": [],
          "canRollBack": true,
          "versions": %s
        }
        """
            .formatted(exampleVersions()));
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
