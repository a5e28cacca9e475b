package io.agentportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionIT {
  private static final String ADMIN = "admin@northwind.example";
  private static final String SESSION = "/api/auth/session";
  private static final String REFRESH = "/api/auth/refresh";
  private static final String LOGOUT = "/api/auth/logout";
  private static final String COOKIE = "AGENT_PORTAL_SESSION";

  private final PortalTest portal = PortalTest.running();

  @Test
  void asksWhoeverIsNotSignedInToSignIn() {
    Answer answer = portal.browser().get(SESSION);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.json().path("error").path("details").path("requestId").asString())
        .isEqualTo(answer.header("X-Request-Id").orElseThrow());
  }

  @Test
  void doesNotBelieveACookieItDidNotSet() {
    PortalClient browser = portal.browser();
    browser.setCookie(COOKIE, Tokens.next());

    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void keepsOnlyAHashOfTheCookie() {
    String token = portal.signIn(ADMIN).cookie(COOKIE).orElseThrow();

    var hashes =
        portal.jdbc().sql("select s.token_hash from portal_session s").query(byte[].class).list();

    assertThat(hashes).contains(Tokens.hash(token));
  }

  @Test
  void endsAnHourAfterTheLastUse() {
    PortalClient browser = portal.signIn(ADMIN);
    portal.clock().advance(Duration.ofMinutes(59));
    int beforeTheEnd = browser.get(SESSION).status();
    portal.clock().advance(Duration.ofMinutes(59));
    int prolonged = browser.get(SESSION).status();
    portal.clock().advance(Duration.ofMinutes(60));

    assertThat(beforeTheEnd).isEqualTo(200);
    assertThat(prolonged).isEqualTo(200);
    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void isNotProlongedByWhatNobodyCaused() {
    PortalClient browser = portal.signIn(ADMIN);
    portal.clock().advance(Duration.ofMinutes(40));
    int polled = browser.with("X-Portal-Background", "true").get(SESSION).status();
    portal.clock().advance(Duration.ofMinutes(20));

    assertThat(polled).isEqualTo(200);
    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void endsTwelveHoursAfterTheLoginHoweverMuchItIsUsed() {
    PortalClient browser = portal.signIn(ADMIN);
    for (int halfHours = 1; halfHours < 24; halfHours++) {
      portal.clock().advance(Duration.ofMinutes(30));
      assertThat(browser.post(REFRESH, null).status()).isEqualTo(200);
    }
    var session = browser.get(SESSION).data().path("session");

    portal.clock().advance(Duration.ofMinutes(30));

    assertThat(session.path("expiresAt")).isEqualTo(session.path("absoluteExpiresAt"));
    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void isProlongedByARefresh() {
    PortalClient browser = portal.signIn(ADMIN);
    long before = expiresAt(browser.get(SESSION));
    portal.clock().advance(Duration.ofSeconds(30));

    Answer answer = browser.post(REFRESH, null);

    assertThat(expiresAt(answer)).isGreaterThanOrEqualTo(before + 30_000);
    assertThat(portal.browser().post(REFRESH, null).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void givesScriptsATokenThatEndsWithTheSession() {
    PortalClient browser = portal.signIn(ADMIN);
    AccessTokens tokens = portal.bean(AccessTokens.class);
    String token = browser.get(SESSION).data().path("session").path("accessToken").asString();
    Optional<Session> whileSignedIn = tokens.read(token);

    browser.post(LOGOUT, null);

    assertThat(whileSignedIn)
        .hasValueSatisfying(s -> assertThat(s.user().email()).isEqualTo(ADMIN));
    assertThat(tokens.read(token)).isEmpty();
  }

  @Test
  void letsATokenForScriptsLiveForAQuarterOfAnHour() {
    PortalClient browser = portal.signIn(ADMIN);
    AccessTokens tokens = portal.bean(AccessTokens.class);
    String token = browser.get(SESSION).data().path("session").path("accessToken").asString();

    portal.clock().advance(Duration.ofMinutes(15));

    assertThat(browser.get(SESSION).status()).isEqualTo(200);
    assertThat(tokens.read(token)).isEmpty();
    assertThat(tokens.read("forged")).isEmpty();
    assertThat(tokens.read(token.substring(0, token.length() - 2) + "AA")).isEmpty();
  }

  @Test
  void endsForGoodWithALogout() {
    PortalClient browser = portal.signIn(ADMIN);
    String token = browser.cookie(COOKIE).orElseThrow();

    Answer answer = browser.post(LOGOUT, null);
    browser.setCookie(COOKIE, token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("genesysLogoutUrl").asString())
        .startsWith(portal.sandbox().baseUri() + "/logout?client_id=");
    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void canBeLoggedOutOfWithoutBeingSignedIn() {
    assertThat(portal.browser().post(LOGOUT, null).status()).isEqualTo(200);
  }

  @Test
  void isReplacedByANewLogin() {
    PortalClient browser = portal.signIn(ADMIN);
    String first = browser.cookie(COOKIE).orElseThrow();
    portal.signIn(browser, ADMIN);

    PortalClient thief = portal.browser();
    thief.setCookie(COOKIE, first);

    assertThat(browser.cookie(COOKIE)).isNotEqualTo(Optional.of(first));
    assertThat(thief.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void canBeEndedForAWholeTenant() {
    PortalClient browser = portal.signIn("admin@contoso.example");
    PortalClient neighbour = portal.signIn(ADMIN);

    portal.bean(Sessions.class).endAll(tenantOf(browser));

    assertThat(browser.get(SESSION).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(neighbour.get(SESSION).status()).isEqualTo(200);
  }

  @Test
  void refusesAndRecordsAClaimToAnotherTenant() {
    PortalClient browser = portal.signIn(ADMIN);
    TenantId own = tenantOf(browser);
    String other = tenantOf(portal.signIn("admin@contoso.example")).toString();
    String user = browser.get(SESSION).data().at("/session/user/id").asString();

    Answer answer = browser.with("X-Tenant-ID", other).get(SESSION);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("TENANT_MISMATCH");
    assertThat(browser.with("X-Tenant-ID", own.toString()).get(SESSION).status()).isEqualTo(200);
    var newest = portal.bean(AuditTrail.class).about(own, "user:" + user, 1).getFirst();
    assertThat(newest.action()).isEqualTo("tenant.refused");
    assertThat(newest.details()).containsEntry("claimed", other);
    assertThat(newest.requestId()).isEqualTo(answer.header("X-Request-Id").orElseThrow());
    assertThat(newest.address()).startsWith("198.18.");
  }

  @Test
  void recordsWhoSignedInAndOut() {
    PortalClient browser = portal.signIn(ADMIN);
    TenantId tenant = tenantOf(browser);
    String user = browser.get(SESSION).data().at("/session/user/id").asString();
    browser.post(LOGOUT, null);

    var newest = portal.bean(AuditTrail.class).about(tenant, "user:" + user, 2);

    assertThat(newest).extracting("action").containsExactly("session.ended", "session.started");
    assertThat(newest).extracting("actor").containsOnly(ADMIN);
  }

  private static TenantId tenantOf(PortalClient browser) {
    return TenantId.parse(browser.get(SESSION).data().at("/session/tenantId").asString());
  }

  private static long expiresAt(Answer answer) {
    return answer.data().at("/session/expiresAt").asLong();
  }
}
