package io.agentportal.onboarding;

import static io.agentportal.onboarding.Forms.draft;
import static io.agentportal.onboarding.Forms.json;
import static io.agentportal.onboarding.Forms.organization;
import static io.agentportal.onboarding.Forms.problems;
import static io.agentportal.onboarding.Forms.save;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DraftsIT {
  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn(portal.sandbox().contoso().admin().email());

  @BeforeEach
  void startWithoutProgress() {
    portal.jdbc().sql("delete from onboarding").update();
  }

  private JsonNode progress() {
    return admin.get("/api/onboarding/progress").data();
  }

  @Test
  void startsWithAnEmptyForm() {
    JsonNode progress = progress();

    assertThat(progress.path("revision").asInt()).isZero();
    assertThat(progress.path("currentStep").asInt()).isEqualTo(1);
    assertThat(progress.path("completedSteps")).isEmpty();
    assertThat(progress.path("savedAt").isNull()).isTrue();
    assertThat(progress.path("completedAt").isNull()).isTrue();
  }

  @Test
  void keepsWhatIsUnfinishedWithoutCompletingTheStep() {
    Answer saved = draft(admin, 1, Map.of("companyName", "C", "contactEmail", "care@"));

    JsonNode progress = progress();
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.data().path("completedSteps")).isEmpty();
    assertThat(saved.data().path("currentStep").asInt()).isEqualTo(1);
    assertThat(progress.at("/progress/organization/companyName").asString()).isEqualTo("C");
    assertThat(progress.at("/progress/organization/contactEmail").asString()).isEqualTo("care@");
    assertThat(progress.path("drafts").toString()).isEqualTo("[1]");
  }

  @Test
  void showsTheDraftOverWhatWasAcceptedUntilItIsAccepted() {
    save(admin, 1, organization());
    draft(admin, 1, Map.of("companyName", "Contoso Ltd"));
    JsonNode drafted = progress();
    var better = organization();
    better.put("companyName", "Contoso Limited");

    save(admin, 1, better);

    JsonNode accepted = progress();
    assertThat(drafted.at("/progress/organization/companyName").asString())
        .isEqualTo("Contoso Ltd");
    assertThat(drafted.at("/progress/organization/supportPhone").asString())
        .isEqualTo("+15550100201");
    assertThat(drafted.path("completedSteps").toString()).isEqualTo("[1]");
    assertThat(accepted.at("/progress/organization/companyName").asString())
        .isEqualTo("Contoso Limited");
    assertThat(accepted.path("drafts")).isEmpty();
  }

  @Test
  void keepsNoSecretOfADraft() {
    String secret = "s3cret-that-is-being-typed";

    draft(admin, 2, Map.of("genesys", Map.of("clientId", "abc", "clientSecret", secret)));

    String stored =
        portal.jdbc().sql("select o.drafts::text from onboarding o").query(String.class).single();
    assertThat(stored).contains("abc").doesNotContain(secret);
    assertThat(admin.get("/api/onboarding/progress").body()).doesNotContain(secret);
  }

  @Test
  void goesOnWhereSomebodyElseStopped() {
    draft(admin, 3, Map.of("wabaId", "34"));

    PortalClient elsewhere = portal.signIn(portal.sandbox().contoso().admin().email());

    JsonNode progress = elsewhere.get("/api/onboarding/progress").data();
    assertThat(progress.path("currentStep").asInt()).isEqualTo(3);
    assertThat(progress.at("/progress/whatsapp/wabaId").asString()).isEqualTo("34");
  }

  @Test
  void tellsTheRevisionThatItHasWhenAnotherIsExpected() {
    draft(admin, 1, Map.of("companyName", "One"));
    draft(admin, 1, Map.of("companyName", "Two"));
    String body = json(Map.of("step", 1, "draft", true, "data", Map.of("companyName", "Three")));

    Answer stale = admin.with("If-Match", "\"1\"").post("/api/onboarding/save", body);

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("REVISION_CONFLICT");
    assertThat(stale.json().at("/error/details/revision").asInt()).isEqualTo(2);
    assertThat(progress().at("/progress/organization/companyName").asString()).isEqualTo("Two");
  }

  @Test
  void refusesToStartFromARevisionThatNeverWas() {
    String body = json(Map.of("step", 1, "data", organization()));

    Answer stale = admin.with("If-Match", "\"7\"").post("/api/onboarding/save", body);

    assertThat(stale.code()).isEqualTo("REVISION_CONFLICT");
    assertThat(stale.json().at("/error/details/revision").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "true", "[\"C\"]", "{\"en\":\"C\"}"})
  void refusesWhatIsNoText(String value) {
    String body = "{\"step\":1,\"draft\":true,\"data\":{\"companyName\":" + value + "}}";

    Answer answer = admin.post("/api/onboarding/save", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(problems(answer)).containsEntry("organization.companyName", "Must be text");
  }

  @Test
  void refusesWhatIsTooLongOrCannotBeStored() {
    Answer tooLong = draft(admin, 1, Map.of("companyName", "C".repeat(201)));
    Answer control = draft(admin, 1, Map.of("companyName", "Con\u0000toso"));

    assertThat(problems(tooLong))
        .containsEntry("organization.companyName", "Must have at most 200 characters");
    assertThat(problems(control)).containsKey("organization.companyName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\":9,\"data\":{}}",
        "{\"step\":0,\"draft\":true,\"data\":{}}",
        "{\"step\":1,\"data\":[]}",
        "{\"step\":1,\"data\":\"text\"}",
        "{\"step\":1,\"data\":{\"organization\":[]}}"
      })
  void refusesRequestsThatMakeNoSense(String body) {
    assertThat(admin.post("/api/onboarding/save", body).code()).isEqualTo("VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"step\":1,", "", "[]", "{\"data\":{}}", "{\"step\":\"one\",\"data\":{}}"})
  void refusesBodiesThatAreNoRequest(String body) {
    assertThat(admin.post("/api/onboarding/save", body).code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void refusesABodyOfMoreThanAMegabyte() {
    String body = json(Map.of("step", 1, "data", Map.of("companyName", "C".repeat(1_100_000))));

    Answer answer = admin.post("/api/onboarding/save", body);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }
}
