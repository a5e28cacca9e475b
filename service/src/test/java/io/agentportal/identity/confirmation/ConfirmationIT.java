package io.agentportal.identity.confirmation;

import static io.agentportal.PortalTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.PortalTest.Return;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Confirming a change of role: every other sensitive action asks the same component.
class ConfirmationIT {
  private static final String ADMIN = "admin@northwind.example";
  private static final String VIEWER = "viewer@northwind.example";
  private static final String CHANGE_ROLE = "change-role";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn(ADMIN);
  private final String viewerId = userId(portal.signIn(VIEWER));

  @AfterEach
  void leavesTheViewerAViewer() {
    changeRole(admin, null, portal.confirm(admin, CHANGE_ROLE, ADMIN));
    portal.sandbox().control().clearFaults();
  }

  @Test
  void makesThePersonSignInAgainWhateverTheBrowserRemembers() {
    Answer begun = portal.beginConfirmation(admin, CHANGE_ROLE);

    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.data().path("authUrl").asString())
        .contains("prompt=login", "code_challenge_method=S256", "response_type=code")
        .contains("state=" + begun.data().path("state").asString());
  }

  @Test
  void letsAConfirmedActionThrough() {
    String token = portal.confirm(admin, CHANGE_ROLE, ADMIN);

    Answer answer = changeRole(admin, "admin", token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("roleSource").asString()).isEqualTo("override");
  }

  @Test
  void takesTheTokenInTheBodyTooAsTheSpecificationHasIt() {
    Map<String, Object> body = new HashMap<>();
    body.put("role", null);
    body.put("confirmationToken", portal.confirm(admin, CHANGE_ROLE, ADMIN));

    Answer answer =
        admin.put("/api/users/" + viewerId + "/role", JsonMapper.shared().writeValueAsString(body));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void asksForConfirmationWhenThereIsNone() {
    Answer answer = changeRole(admin, "admin", null);

    assertThat(answer.status()).isEqualTo(428);
    assertThat(answer.code()).isEqualTo("CONFIRMATION_REQUIRED");
    assertThat(answer.json().at("/error/details/purpose").asString()).isEqualTo(CHANGE_ROLE);
  }

  @Test
  void refusesATokenThatWasUsed() {
    String token = portal.confirm(admin, CHANGE_ROLE, ADMIN);
    changeRole(admin, "viewer", token);

    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesATokenAfterFiveMinutes() {
    String token = portal.confirm(admin, CHANGE_ROLE, ADMIN);
    portal.clock().advance(Duration.ofMinutes(5));

    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesATokenGivenForAnotherPurpose() {
    String token = portal.confirm(admin, "rotate-webhook-secret", ADMIN);

    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesATokenOfAnotherSessionOfTheSamePerson() {
    String token = portal.confirm(portal.signIn(ADMIN), CHANGE_ROLE, ADMIN);

    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesATokenOfAnotherTenantsAdmin() {
    PortalClient other = portal.signIn("admin@contoso.example");
    String token = portal.confirm(other, CHANGE_ROLE, "admin@contoso.example");

    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesATokenAfterTheSessionHasEnded() {
    PortalClient browser = portal.signIn(ADMIN);
    String token = portal.confirm(browser, CHANGE_ROLE, ADMIN);
    browser.post("/api/auth/logout", null);

    assertThat(changeRole(browser, "admin", token).status()).isEqualTo(401);
    assertThat(changeRole(admin, "admin", token).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @Test
  void refusesSomebodyElseWhoSignsInAndSaysSoInTheTrail() {
    Return back = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), VIEWER);

    Answer answer = portal.finishConfirmation(admin, back.code(), back.state());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("CONFIRMATION_OTHER_USER");
    assertThat(actions()).contains("confirmation.refused");
  }

  @Test
  void refusesTheReturnInAnotherSession() {
    PortalClient elsewhere = portal.signIn(ADMIN);
    Return back = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), ADMIN);

    Answer stolen = portal.finishConfirmation(elsewhere, back.code(), back.state());

    assertThat(stolen.status()).isEqualTo(400);
    assertThat(stolen.code()).isEqualTo("INVALID_CONFIRMATION_STATE");
  }

  @Test
  void refusesAStolenCodeWithAStateOfOnesOwn() {
    Return stolen = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), ADMIN);
    PortalClient thief = portal.signIn(ADMIN);
    String state = portal.beginConfirmation(thief, CHANGE_ROLE).data().path("state").asString();

    Answer answer = portal.finishConfirmation(thief, stolen.code(), state);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("LOGIN_REJECTED");
  }

  @Test
  void refusesAForgedAReplayedAndALateState() {
    Return back = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), ADMIN);
    portal.finishConfirmation(admin, back.code(), back.state());
    Return late = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), ADMIN);
    portal.clock().advance(Duration.ofMinutes(5));

    assertThat(
            List.of(
                portal.finishConfirmation(admin, back.code(), "f".repeat(43)).code(),
                portal.finishConfirmation(admin, back.code(), back.state()).code(),
                portal.finishConfirmation(admin, late.code(), late.state()).code()))
        .containsOnly("INVALID_CONFIRMATION_STATE");
  }

  @Test
  void refusesARedirectToAnotherPage() {
    for (String redirect :
        List.of("https://evil.example/confirm-callback", portal.baseUri() + "/callback")) {
      Answer answer =
          admin.post(
              "/api/auth/confirm/init",
              json(Map.of("purpose", CHANGE_ROLE, "redirectUri", redirect)));

      assertThat(answer.code()).as(redirect).isEqualTo("VALIDATION_FAILED");
    }
  }

  @Test
  void refusesAnUnknownPurpose() {
    assertThat(portal.beginConfirmation(admin, "anything").code()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void needsASession() {
    assertThat(portal.beginConfirmation(portal.browser(), CHANGE_ROLE).status()).isEqualTo(401);
  }

  @Test
  void stopsTriesOfOneStateFromManyAddresses() {
    List<Answer> answers =
        IntStream.range(0, 6)
            .mapToObj(i ->
                portal.finishConfirmation(
                    admin.with("X-Forwarded-For", "203.0.113." + (i + 1)), "c", "g".repeat(43)))
            .toList();

    assertThat(answers.getLast().code()).isEqualTo("RATE_LIMITED");
    assertThat(answers.getLast().header("Retry-After")).isPresent();
  }

  @Test
  void saysSoWhenGenesysDoesNotAnswer() {
    Return back = portal.atGenesys(portal.beginConfirmation(admin, CHANGE_ROLE), ADMIN);
    portal
        .sandbox()
        .control()
        .fault(Map.of("target", "genesys.oauth", "kind", "server-error", "count", 1));

    assertThat(portal.finishConfirmation(admin, back.code(), back.state()).status()).isEqualTo(503);
  }

  @Test
  void keepsNeitherStateNorVerifierNorTokenReadable() {
    Answer begun = portal.beginConfirmation(admin, CHANGE_ROLE);
    String token = portal.confirm(admin, CHANGE_ROLE, ADMIN);

    assertThat(
            portal
                .jdbc()
                .sql(
                    """
                    select string_agg(a::text, ' ') || (select string_agg(c::text, ' ') from confirmation c)
                      from confirmation_attempt a
                    """)
                .query(String.class)
                .single())
        .doesNotContain(begun.data().path("state").asString(), token);
  }

  @Test
  void showsTheExamples() {
    Answer begun = portal.beginConfirmation(admin, CHANGE_ROLE);
    new ContractExamples()
        .replace("/data/state", "c3RhdGUtb2YtYS1jb25maXJtYXRpb24tbm90LXVzZWQ")
        .replace(
            "/data/authUrl",
            "https://login.mypurecloud.com/oauth/authorize?prompt=login&state=c3Rh")
        .check("auth.confirm-init", begun.json());
    Return back = portal.atGenesys(begun, ADMIN);
    new ContractExamples()
        .replace("/data/confirmationToken", "Y29uZmlybWF0aW9uLXRva2VuLW9mLW9uZS11c2Utb24")
        .replace("/data/expiresAt", 1_773_136_800_000L)
        .check(
            "auth.confirm-callback",
            portal.finishConfirmation(admin, back.code(), back.state()).json());
    new ContractExamples()
        .check("error.confirmation-required", changeRole(admin, "admin", null).json());
  }

  private Answer changeRole(PortalClient browser, @Nullable String role, @Nullable String token) {
    Map<String, Object> body = new HashMap<>();
    body.put("role", role);
    PortalClient asking = token == null ? browser : browser.with(Confirmations.HEADER, token);
    return asking.put(
        "/api/users/" + viewerId + "/role", JsonMapper.shared().writeValueAsString(body));
  }

  private List<String> actions() {
    return portal.jdbc().sql("select e.action from audit_entry e").query(String.class).list();
  }

  private static String userId(PortalClient browser) {
    return browser.get("/api/auth/session").data().at("/session/user/id").asString();
  }
}
