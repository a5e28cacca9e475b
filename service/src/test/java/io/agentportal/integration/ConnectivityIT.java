package io.agentportal.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.onboarding.Forms;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectivityIT {
  private static final String VALIDATE = "/api/integration/validate";

  private final PortalTest portal = PortalTest.running();
  private final World northwind = portal.sandbox().northwind();
  private final PortalClient admin = portal.signIn(northwind.admin().email());

  /// One server-sent event.
  private record Event(String name, JsonNode data) {}

  @BeforeEach
  void setUp() {
    portal.sandbox().control().reset();
    portal.jdbc().sql("delete from connectivity_test").update();
    portal.jdbc().sql("delete from webhook_deployment").update();
    Forms.saveAll(admin, northwind);
    var connections = portal.bean(Connections.class);
    GenesysConnection stored = connections.genesys(TenantId.parse(tenantOf(admin))).orElseThrow();
    connections.saveGenesys(
        new GenesysConnection(
            stored.tenantId(), stored.region(), stored.clientId(), "", "")); // not deployed
  }

  private List<Event> stream() {
    Answer answer = admin.with("Accept", "text/event-stream").post(VALIDATE, null);
    assertThat(answer.header("Content-Type")).hasValue("text/event-stream");
    List<Event> events = new ArrayList<>();
    for (String block : answer.body().split("\n\n", -1)) {
      if (block.startsWith("event: ")) {
        String[] lines = block.split("\n", -1);
        String data = lines[1].substring("data: ".length());
        events.add(
            new Event(lines[0].substring("event: ".length()), JsonMapper.shared().readTree(data)));
      }
    }
    return events;
  }

  @Test
  void answersWithTheResultOfEveryCheck() {
    JsonNode report = admin.post(VALIDATE, null).data();

    assertThat(report.path("checks")).hasSize(29);
    assertThat(report.at("/results/genesys/status").asString()).isEqualTo("success");
    assertThat(report.at("/results/whatsapp/status").asString()).isEqualTo("success");
    assertThat(report.at("/results/webhook/status").asString()).isEqualTo("success");
    assertThat(report.at("/results/webhook/details/passed").asInt()).isEqualTo(6);
    assertThat(report.at("/webhookUrls/meta").asString()).contains("/webhook/meta/");
    assertThat(report.toString())
        .doesNotContain(northwind.machineClient().secret())
        .doesNotContain(northwind.meta().systemUserToken())
        .doesNotContain(northwind.meta().appSecret());
  }

  @Test
  void tellsWhatItDoesAsItDoesIt() {
    List<Event> events = stream();

    assertThat(events.getFirst().name()).isEqualTo("started");
    assertThat(events.getFirst().data().path("checks")).hasSize(29);
    assertThat(events.getLast().name()).isEqualTo("finished");
    assertThat(events.getLast().data().path("checks")).hasSize(29);
    List<String> ofTheToken =
        events.stream()
            .filter(event -> "genesys.token".equals(event.data().path("id").asString("")))
            .map(event -> event.name() + " " + event.data().path("status").asString())
            .toList();
    assertThat(ofTheToken).containsExactly("check running", "check success");
  }

  @Test
  void keepsTheResultWithItsAge() {
    assertThat(admin.get(VALIDATE).code()).isEqualTo("NOT_FOUND");

    JsonNode report = admin.post(VALIDATE, null).data();

    JsonNode progress = admin.get("/api/onboarding/progress").data();
    assertThat(admin.get(VALIDATE).data()).isEqualTo(report);
    assertThat(progress.path("testedAt")).isEqualTo(report.path("testedAt"));
    assertThat(progress.path("validationResults")).isEqualTo(report.path("results"));
  }

  @Test
  void showsAFailureWithoutHidingTheRest() {
    portal
        .sandbox()
        .control()
        .settings(Map.of("flaws", Map.of("numberStatus", "BANNED", "accountReview", "REJECTED")));

    JsonNode report = admin.post(VALIDATE, null).data();

    assertThat(report.at("/results/whatsapp/status").asString()).isEqualTo("error");
    assertThat(report.at("/results/whatsapp/message").asString())
        .isEqualTo("Meta has rejected the WhatsApp account.");
    assertThat(report.at("/results/whatsapp/details/failed").asInt()).isEqualTo(2);
    assertThat(report.at("/results/genesys/status").asString()).isEqualTo("success");
  }

  @Test
  void keepsTheResultsOfTenantsApart() {
    admin.post(VALIDATE, null);
    PortalClient other = portal.signIn(portal.sandbox().contoso().admin().email());

    assertThat(other.get(VALIDATE).code()).isEqualTo("NOT_FOUND");
    assertThat(other.with("X-Tenant-ID", tenantOf(admin)).get(VALIDATE).code())
        .isEqualTo("TENANT_MISMATCH");
  }

  @Test
  void refusesInWordsAlsoWhereAStreamWasWanted() {
    PortalClient other = portal.signIn(portal.sandbox().contoso().admin().email());

    Answer answer = other.with("Accept", "text/event-stream").post(VALIDATE, null);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ONBOARDING_INCOMPLETE");
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
  }

  @Test
  void isForAdminsOfThisSite() {
    PortalClient viewer = portal.signIn(northwind.viewer().email());

    assertThat(viewer.post(VALIDATE, null).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.get(VALIDATE).code()).isEqualTo("FORBIDDEN");
    assertThat(portal.browser().post(VALIDATE, null).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(admin.without("X-XSRF-TOKEN").post(VALIDATE, null).code())
        .isEqualTo("CSRF_REJECTED");
    assertThat(admin.with("Origin", "https://evil.example").post(VALIDATE, null).code())
        .isEqualTo("CSRF_REJECTED");
  }

  private static String tenantOf(PortalClient client) {
    return client.get("/api/auth/session").data().path("session").path("tenantId").asString();
  }
}
