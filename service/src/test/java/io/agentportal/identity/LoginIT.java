package io.agentportal.identity;

import static io.agentportal.PortalTest.VERIFIER;
import static io.agentportal.PortalTest.callback;
import static io.agentportal.PortalTest.loginRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.PortalTest.Return;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIT {
  private static final String ADMIN = "admin@northwind.example";
  private static final String CALLBACK = "/api/auth/callback";
  private static final String INIT = "/api/auth/login/init";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient browser = portal.browser();

  @AfterEach
  void mendGenesys() {
    portal.sandbox().control().clearFaults();
  }

  @Test
  void offersTheRegionsOfGenesys() {
    Answer answer = browser.get("/api/auth/options");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("defaultRegion").asString()).isEqualTo("us-east-1");
    assertThat(answer.data().path("regions").findValuesAsString("host"))
        .contains("mypurecloud.com", "mypurecloud.de");
  }

  @Test
  void signsAnAdminIn() {
    Answer answer = portal.signIn(browser, ADMIN);

    assertThat(answer.status()).isEqualTo(200);
    var session = answer.data().path("session");
    assertThat(session.path("user").path("email").asString()).isEqualTo(ADMIN);
    assertThat(session.path("user").path("role").asString()).isEqualTo("admin");
    assertThat(session.path("tenant").path("name").asString())
        .isEqualTo("Northwind Contact Centre");
    assertThat(session.path("tenantId")).isEqualTo(session.path("user").path("tenantId"));
    assertThat(answer.data().path("returnTo").asString()).isEqualTo("/");
    assertThat(browser.get("/api/auth/session").data().path("session").path("user"))
        .isEqualTo(session.path("user"));
  }

  @Test
  void givesWhoeverMayOnlyLookTheRoleOfAViewer() {
    portal.signIn(ADMIN);

    Answer answer = portal.signIn(browser, "viewer@northwind.example");

    assertThat(answer.data().path("session").path("user").path("role").asString())
        .isEqualTo("viewer");
  }

  @Test
  void keepsTheSessionCookieFromScripts() {
    Answer answer = portal.signIn(browser, ADMIN);

    assertThat(answer.raw().headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("AGENT_PORTAL_SESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Max-Age"))
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("AGENT_PORTAL_LOGIN=;").contains("Max-Age=0"));
  }

  @Test
  void sendsPeopleBackToWhereTheyWantedToBe() {
    Answer begun =
        browser.post(INIT, loginRequest(callbackUri(), "/conversations?status=error#latest"));
    Return back = portal.atGenesys(begun, ADMIN);

    Answer answer = browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(answer.data().path("returnTo").asString())
        .isEqualTo("/conversations?status=error#latest");
  }

  @Test
  void alwaysAsksGenesysForTheHashedChallenge() {
    String authUrl = portal.begin(browser).data().path("authUrl").asString();

    assertThat(authUrl)
        .startsWith(portal.sandbox().baseUri() + "/oauth/authorize?")
        .contains(
            "response_type=code",
            "code_challenge=" + PortalTest.CHALLENGE,
            "code_challenge_method=S256");
  }

  @Test
  void startsALoginByGetAsTheFirstSpecificationHadIt() {
    Answer answer =
        browser.get(
            INIT + "?codeChallenge=" + PortalTest.CHALLENGE + "&redirectUri=" + callbackUri());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("state").asString()).hasSize(43);
  }

  @Test
  void revokesTheTokenOfTheLogin() {
    portal.signIn(ADMIN);

    assertThat(portal.sandbox().control().calls().valueStream())
        .anySatisfy(call -> {
          assertThat(call.path("method").asString()).isEqualTo("DELETE");
          assertThat(call.path("path").asString()).isEqualTo("/api/v2/tokens/me");
          assertThat(call.path("status").asInt()).isBetween(200, 299);
        });
  }

  @Test
  void takesAStateOnlyOnce() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);
    browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));
    portal.begin(browser);

    Answer replayed = browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(replayed.status()).isEqualTo(400);
    assertThat(replayed.code()).isEqualTo("INVALID_LOGIN_STATE");
  }

  @Test
  void refusesAStateItDidNotGive() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);

    Answer answer = browser.post(CALLBACK, callback(back.code(), Tokens.next(), VERIFIER));

    assertThat(answer.code()).isEqualTo("INVALID_LOGIN_STATE");
  }

  @Test
  void refusesAStateThatAnotherBrowserStarted() {
    PortalClient victim = portal.browser();
    portal.begin(victim);
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);

    Answer answer = victim.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(answer.code()).isEqualTo("INVALID_LOGIN_STATE");
    assertThat(victim.cookie("AGENT_PORTAL_SESSION")).isEmpty();
  }

  @Test
  void refusesABrowserWithoutTheLoginCookie() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);

    Answer answer = portal.browser().post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(answer.code()).isEqualTo("INVALID_LOGIN_STATE");
  }

  @Test
  void endsALoginWithAWrongVerifierForGood() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);

    Answer wrong = browser.post(CALLBACK, callback(back.code(), back.state(), "x".repeat(43)));
    Answer right = browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(wrong.code()).isEqualTo("INVALID_LOGIN_STATE");
    assertThat(right.code()).isEqualTo("INVALID_LOGIN_STATE");
  }

  @Test
  void forgetsALoginAfterTenMinutes() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);
    portal.clock().advance(Duration.ofMinutes(10));

    Answer answer = browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(answer.code()).isEqualTo("INVALID_LOGIN_STATE");
  }

  @Test
  void rejectsACodeThatGenesysDoesNotKnow() {
    String state = portal.begin(browser).data().path("state").asString();

    Answer answer = browser.post(CALLBACK, callback("never-issued", state, VERIFIER));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("LOGIN_REJECTED");
  }

  @Test
  void saysThatGenesysDoesNotAnswer() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);
    portal
        .sandbox()
        .control()
        .fault(Map.of("target", "genesys.oauth", "kind", "server-error", "count", 1));

    Answer answer = browser.post(CALLBACK, callback(back.code(), back.state(), VERIFIER));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("GENESYS_UNAVAILABLE");
  }

  @Test
  void refusesAViewerWhoseOrganisationNoAdminHasBroughtHere() {
    portal.signIn("admin@contoso.example");
    String organization = portal.sandbox().contoso().organizationId();
    rename(organization, "set-aside");
    try {
      Answer answer = portal.signIn(browser, "viewer@contoso.example");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("FORBIDDEN");
      assertThat(answer.json().path("error").path("message").asString())
          .startsWith("Contoso Care is not set up on this portal yet.");
    } finally {
      rename("set-aside", organization);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "conversations"
      })
  void refusesToReturnToAnotherSite(String returnTo) {
    Answer answer = browser.post(INIT, loginRequest(callbackUri(), returnTo));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly("returnTo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/callback",
        "{base}/callback/",
        "{base}/callback?x=1",
        "{base}/callback#x",
        "{base}/other",
        "{base}.evil.example/callback",
        "{base}@evil.example/callback",
        "http://LOCALHOST/callback",
        ""
      })
  void refusesARedirectThatIsNotExactlyItsOwn(String redirectUri) {
    String redirect = redirectUri.replace("{base}", portal.baseUri().toString());

    Answer answer = browser.post(INIT, loginRequest(redirect, "/"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly("redirectUri");
  }

  @Test
  void refusesARegionThatIsNotOnTheList() {
    Answer answer =
        browser.post(
            INIT,
            PortalTest.json(
                Map.of(
                    "codeChallenge",
                    PortalTest.CHALLENGE,
                    "redirectUri",
                    callbackUri(),
                    "region",
                    "evil.example")));

    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(fields(answer)).containsExactly("region");
  }

  @Test
  void refusesAChallengeOfAnotherShape() {
    Answer answer =
        browser.post(
            INIT, PortalTest.json(Map.of("codeChallenge", "short", "redirectUri", callbackUri())));

    assertThat(fields(answer)).containsExactly("codeChallenge");
  }

  @Test
  void namesEachMissingField() {
    Answer answer = browser.post(CALLBACK, "{}");

    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(fields(answer)).containsExactlyInAnyOrder("code", "state", "codeVerifier");
  }

  private String callbackUri() {
    return portal.baseUri() + "/callback";
  }

  private void rename(String organization, String to) {
    portal
        .jdbc()
        .sql("update tenant set genesys_org_id = :to where genesys_org_id = :from")
        .param("to", to)
        .param("from", organization)
        .update();
  }

  private static List<String> fields(Answer answer) {
    return answer.json().path("error").path("details").path("fields").findValuesAsString("field");
  }
}
