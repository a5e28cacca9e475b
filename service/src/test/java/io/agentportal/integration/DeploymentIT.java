package io.agentportal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.onboarding.Forms;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeploymentIT {
  private static final String WEBHOOKS = "/api/onboarding/webhooks";
  private static final String DEPLOY = WEBHOOKS + "/deploy";

  private final PortalTest portal = PortalTest.running();
  private final World northwind = portal.sandbox().northwind();
  private final PortalClient admin = portal.signIn(northwind.admin().email());

  @BeforeEach
  void setUp() {
    portal.sandbox().control().reset();
    for (String table : List.of("webhook_deployment", "partner_call", "webhook_drift")) {
      portal.jdbc().sql("delete from " + table).update();
    }
    portal.jdbc().sql("update tenant set onboarded_at = null").update();
    Forms.saveAll(admin, northwind);
  }

  @AfterEach
  void putInOrder() {
    portal.sandbox().control().reset();
  }

  private void flaw(String name, Object value) {
    portal.sandbox().control().settings(Map.of("flaws", Map.of(name, value)));
  }

  private Map<String, String> deploy() {
    return statuses(admin.post(DEPLOY, null).data().path("steps"));
  }

  private JsonNode webhooks() {
    return admin.get(WEBHOOKS).data();
  }

  private static Map<String, String> statuses(JsonNode steps) {
    return steps.values().stream()
        .collect(
            Collectors.toMap(
                step -> step.path("name").asString(), step -> step.path("status").asString()));
  }

  private JsonNode atGenesys() {
    return world().path("genesysState").path("integrations");
  }

  private JsonNode atMeta() {
    return world().path("metaState");
  }

  private JsonNode world() {
    return portal.sandbox().control().state().path("worlds").path(0);
  }

  private TenantId tenantId() {
    return TenantId.parse(webhooks().at("/webhookUrls/tenantId").asString());
  }

  @Test
  void isDoneOnceBothPartnersAgreed() {
    assertThat(webhooks().at("/genesys/deployed").asBoolean()).isFalse();

    Map<String, String> steps = deploy();

    JsonNode webhooks = webhooks();
    assertThat(steps)
        .isEqualTo(
            Map.of(
                "genesys-integration", "done",
                "genesys-webhook", "done",
                "genesys-flow", "manual",
                "meta-subscription", "done",
                "meta-callback", "done"));
    assertThat(webhooks.at("/genesys/deployed").asBoolean()).isTrue();
    assertThat(webhooks.at("/meta/deployed").asBoolean()).isTrue();
    assertThat(atMeta().path("effectiveCallback").asString())
        .isEqualTo(webhooks.at("/webhookUrls/meta").asString());
    assertThat(atMeta().at("/callbacks/application").asString()).contains("/webhook/meta/");
    assertThat(admin.get("/api/onboarding/progress").data().path("completedSteps").toString())
        .contains("5");
  }

  @Test
  void showsEachStepAsItGoesOn() {
    portal
        .sandbox()
        .control()
        .settings(Map.of("genesys", Map.of("integrationCreationMillis", 1_200)));

    Answer answer = admin.with("Accept", "text/event-stream").post(DEPLOY, null);

    assertThat(answer.body().lines().filter(line -> line.startsWith("data: {\"name\"")))
        .extracting(
            line -> line.replaceAll(".*\"name\":\"([^\"]*)\".*\"status\":\"(\\w+)\".*", "$1 $2"))
        .containsSubsequence(
            "genesys-integration running",
            "genesys-integration waiting",
            "genesys-integration done",
            "genesys-webhook done",
            "meta-subscription running",
            "meta-subscription done",
            "meta-callback done");
    assertThat(answer.body()).contains("event: finished");
  }

  @Test
  void believesNothingThatAPartnerRefused() {
    flaw("creationFails", true);

    Map<String, String> steps = deploy();

    assertThat(steps).containsEntry("genesys-integration", "failed");
    assertThat(steps).containsEntry("meta-callback", "done");
    assertThat(webhooks().at("/genesys/deployed").asBoolean()).isFalse();
    assertThat(admin.post("/api/onboarding/complete", null).code())
        .isEqualTo("ONBOARDING_INCOMPLETE");
  }

  @Test
  void goesOnWhereItStoppedWithoutMakingASecondIntegration() {
    deploy();
    portal.jdbc().sql("delete from webhook_deployment").update();
    portal.jdbc().sql("update genesys_connection set integration_id = ''").update();

    Map<String, String> again = deploy();

    assertThat(again).containsEntry("genesys-webhook", "done");
    assertThat(atGenesys()).hasSize(1);
  }

  @Test
  void makesOneIntegrationHoweverManyDeployAtOnce() throws InterruptedException {
    List<String> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> deploying =
          () -> {
            Answer answer = admin.post(DEPLOY, null);
            return answer.status() == 200 ? "done" : answer.code();
          };
      for (Future<String> each :
          threads.invokeAll(List.of(deploying, deploying, deploying, deploying))) {
        outcomes.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }

    assertThat(outcomes).contains("done").isSubsetOf("done", "CONFLICT");
    assertThat(atGenesys()).hasSize(1);
  }

  @Test
  void waitsForNoOtherNode() {
    var otherNode = new DeploymentLock(portal.bean(DataSource.class));
    try (var _ = otherNode.take(tenantId()).orElseThrow()) {
      assertThat(admin.post(DEPLOY, null).code()).isEqualTo("CONFLICT");
      assertThat(admin.with("Accept", "text/event-stream").post(DEPLOY, null).status())
          .isEqualTo(409);
    }

    assertThat(deploy()).containsEntry("meta-callback", "done");
  }

  @Test
  void tellsWhatToEnterAtMetaWhereWeMayNot() {
    flaw("deniedCalls", "POST subscribed_apps");

    JsonNode steps = admin.post(DEPLOY, null).data().path("steps");

    assertThat(statuses(steps)).containsEntry("meta-subscription", "manual");
    String token = webhooks().path("verifyToken").asString();
    assertThat(steps.toString())
        .contains("{\"label\":\"Verify token\",\"value\":\"" + token + "\",\"copyable\":true}")
        .contains("\"label\":\"Callback URL\"");
    assertThat(webhooks().at("/meta/deployed").asBoolean()).isFalse();
  }

  @Test
  void seesWhenAPersonDidItAndMetaCalls() {
    flaw("deniedCalls", "POST subscribed_apps");
    deploy();
    String url = webhooks().at("/webhookUrls/meta").asString();

    portal.sandbox().control().callback("northwind", "app", URI.create(url));
    portal.sandbox().control().customerSends("northwind", "4915112345678", "Ann Lee", "Hello");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(webhooks().at("/meta/deployed").asBoolean()).isTrue());
    assertThat(webhooks().at("/meta/firstSignedAt").isNull()).isFalse();
  }

  @Test
  void notesMetasHandshakeAndNotOurOwnTest() {
    admin.post("/api/integration/validate", null);
    JsonNode tested = webhooks();

    portal.jdbc().sql("delete from partner_call").update();
    deploy();

    assertThat(tested.at("/meta/firstHandshakeAt").isNull()).isTrue();
    assertThat(tested.at("/meta/firstSignedAt").isNull()).isTrue();
    assertThat(tested.at("/genesys/firstSignedAt").isNull()).isTrue();
  }

  @Test
  void tellsWhatToEnterInGenesysWhereWeMayNot() {
    flaw("deniedPermissions", "messaging:integration:add");

    JsonNode steps = admin.post(DEPLOY, null).data().path("steps");

    assertThat(statuses(steps)).containsEntry("genesys-integration", "manual");
    assertThat(steps.toString())
        .contains("Outbound notification webhook URL", "signature secret token");
    PortalClient viewer = portal.signIn(northwind.viewer().email());
    assertThat(viewer.get(WEBHOOKS).data().path("steps").toString())
        .doesNotContain("signature secret token");
    assertThat(webhooks().path("steps").toString()).contains("signature secret token");
  }

  @Test
  void tellsWhyMetaCouldNotVerifyTheAddress() {
    portal.sandbox().control().settings(Map.of("meta", Map.of("handshakeTimeoutMillis", 1)));

    JsonNode steps = admin.post(DEPLOY, null).data().path("steps");

    assertThat(statuses(steps)).containsEntry("meta-subscription", "failed");
    assertThat(steps.toString()).contains("port 443");
  }

  @Test
  void takesBackWhatItMade() {
    deploy();

    Answer undone = admin.delete(WEBHOOKS);

    assertThat(undone.status()).isEqualTo(200);
    assertThat(statuses(undone.data().path("steps")))
        .containsEntry("genesys-integration", "done")
        .containsEntry("meta-subscription", "done");
    assertThat(atGenesys()).isEmpty();
    assertThat(atMeta().path("subscribed").asBoolean()).isFalse();
    assertThat(webhooks().path("steps")).isEmpty();
    assertThat(webhooks().at("/meta/deployed").asBoolean()).isFalse();
  }

  @Test
  void asksForAConfirmationBeforeItTakesBackWhatIsInUse() {
    deploy();
    assertThat(admin.post("/api/onboarding/complete", null).status()).isEqualTo(200);

    Answer refused = admin.delete(WEBHOOKS);

    assertThat(refused.status()).isEqualTo(428);
    assertThat(refused.json().at("/error/details/purpose").asString()).isEqualTo("remove-tenant");
    assertThat(atGenesys()).hasSize(1);
  }

  @Test
  void findsWhatSomebodyChangedAtThePartners() {
    deploy();
    assertThat(admin.post(WEBHOOKS + "/check", null).data().path("drift")).isEmpty();
    portal
        .sandbox()
        .control()
        .callback("northwind", "phone", URI.create("https://crm.example/hook?key=theirs"));

    JsonNode drift = admin.post(WEBHOOKS + "/check", null).data().path("drift");

    assertThat(drift).hasSize(1);
    assertThat(drift.path(0).path("partner").asString()).isEqualTo("meta");
    assertThat(drift.path(0).path("what").asString()).isEqualTo("callback");
    assertThat(drift.path(0).path("found").asString()).isEqualTo("https://crm.example/hook");
    assertThat(webhooks().path("drift")).isEqualTo(drift);
  }

  @Test
  void findsByItselfThatTheIntegrationIsGone() {
    deploy();
    portal.sandbox().control().reset();
    portal.clock().advance(Duration.ofMinutes(16));

    portal.bean(DriftWatch.class).lookAcrossTenants();

    assertThat(webhooks().path("drift").values())
        .extracting(each -> each.path("partner").asString() + " " + each.path("what").asString())
        .containsExactly("genesys integration", "meta subscription");
    String drifted = "select count(*) from audit_entry a where a.action = 'webhooks.drifted'";
    assertThat(portal.jdbc().sql(drifted).query(Long.class).single()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void keepsWhatItKnowsWhileAPartnerIsAway() {
    deploy();
    portal.sandbox().control().callback("northwind", "phone", URI.create("https://crm.example/h"));
    admin.post(WEBHOOKS + "/check", null);
    portal.sandbox().control().fault(Map.of("target", "meta.graph", "kind", "server-error"));

    JsonNode drift = admin.post(WEBHOOKS + "/check", null).data().path("drift");

    assertThat(drift).hasSize(1);
  }

  @Test
  void refusesToCompleteWithTheChecksThatFail() {
    deploy();
    flaw("numberStatus", "BANNED");

    Answer refused = admin.post("/api/onboarding/complete", null);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/error/details/failing/0/id").asString())
        .isEqualTo("whatsapp.number");
    assertThat(refused.json().at("/error/details/failing/0/group").asString())
        .isEqualTo("whatsapp");
  }

  @Test
  void completesOnceHoweverOftenItIsAsked() {
    deploy();

    JsonNode first = admin.post("/api/onboarding/complete", null).data();
    flaw("numberStatus", "BANNED");
    JsonNode second = admin.post("/api/onboarding/complete", null).data();

    assertThat(first.path("completedAt").isNull()).isFalse();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void isForAdminsAlone() {
    PortalClient viewer = portal.signIn(northwind.viewer().email());

    assertThat(viewer.post(DEPLOY, null).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.delete(WEBHOOKS).code()).isEqualTo("FORBIDDEN");
    assertThat(viewer.post(WEBHOOKS + "/check", null).code()).isEqualTo("FORBIDDEN");
    assertThat(portal.browser().post(DEPLOY, null).code()).isEqualTo("UNAUTHENTICATED");
  }
}
