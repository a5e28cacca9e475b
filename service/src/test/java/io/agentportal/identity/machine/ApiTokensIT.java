package io.agentportal.identity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.identity.confirmation.Confirmations;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTokensIT {
  private static final String TOKENS = "/api/api-tokens";
  private static final String ADMIN = "admin@northwind.example";
  private static final String STABLE_TIME = "2026-03-10T11:59:58Z";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn(ADMIN);

  @AfterEach
  void removesTheTokens() {
    portal.jdbc().sql("delete from api_token").update();
  }

  @Test
  void letsAProgramDoWhatItsScopesAllowAndNothingElse() {
    PortalClient program = program(make("analytics:read", "audit:read"));

    assertThat(program.get("/api/analytics/dashboard").status()).isEqualTo(200);
    assertThat(program.get("/api/audit-logs").status()).isEqualTo(200);
    assertThat(program.get("/api/conversations").code()).isEqualTo("FORBIDDEN");
    assertThat(program.get("/api/users").code()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/auth/session",
    "POST, /api/auth/refresh",
    "POST, /api/auth/confirm/init",
    "GET, /api/api-tokens",
    "POST, /api/api-tokens",
    "PUT, /api/settings/credentials",
    "POST, /api/settings/webhook-secret/rotate",
    "POST, /api/onboarding/complete"
  })
  void keepsForPeopleWhatIsForPeople(String method, String path) {
    String everything = make(Scope.wireNames().toArray(String[]::new));

    assertThat(program(everything).send(method, path, "{}").code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void needsNoProtectionAgainstForgeryWithATokenAndIgnoresTheCookieBesideIt() {
    String token = make("settings:write");
    PortalClient anotherTenantsBrowser =
        portal
            .signIn("admin@contoso.example")
            .without("X-XSRF-TOKEN")
            .with("Authorization", "Bearer " + token);

    Answer answer = anotherTenantsBrowser.patch("/api/settings/regional", "{\"locale\":\"en-US\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void namesTheProgramInTheTrail() {
    program(make("settings:write"))
        .patch("/api/settings/regional", "{\"timezone\":\"Europe/Vienna\"}");
    admin.patch("/api/settings/regional", "{\"timezone\":\"UTC\"}");

    assertThat(
            admin
                .get("/api/audit-logs?action=settings.changed&actor=api-token:Reports")
                .data()
                .path("entries")
                .valueStream())
        .isNotEmpty();
  }

  @Test
  void refusesATokenThatWasRevokedEndedOrMadeUp() {
    Answer made = make(30, "analytics:read");
    PortalClient program = program(made.data().path("token").asString());
    admin.delete(TOKENS + "/" + made.data().path("id").asString());
    String ended = make("analytics:read");
    portal.jdbc().sql("update api_token set expires_at = created_at").update();

    assertThat(
            List.of(
                program.get("/api/analytics/dashboard").status(),
                program(ended).get("/api/analytics/dashboard").status(),
                program("ap_" + "x".repeat(43)).get("/api/analytics/dashboard").status()))
        .containsOnly(401);
  }

  @Test
  void isOfOneTenant() {
    String id = make(30, "analytics:read").data().path("id").asString();
    PortalClient other = portal.signIn("admin@contoso.example");

    assertThat(other.get(TOKENS).data().path("tokens").valueStream()).isEmpty();
    assertThat(other.delete(TOKENS + "/" + id).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void refusesAViewerAndAnAdminWhoDoesNotConfirm() {
    String body = body(30, "analytics:read");

    assertThat(portal.signIn("viewer@northwind.example").post(TOKENS, body).code())
        .isEqualTo("FORBIDDEN");
    assertThat(admin.post(TOKENS, body).code()).isEqualTo("CONFIRMATION_REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({"0, analytics:read", "366, analytics:read", "30, everything"})
  void refusesAnEndOrAScopeThatThereIsNot(int days, String scope) {
    assertThat(make(days, scope).code()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void keepsOnlyAHash() {
    String token = make("analytics:read");

    assertThat(
            portal
                .jdbc()
                .sql("select string_agg(a::text, ' ') from api_token a")
                .query(String.class)
                .single())
        .doesNotContain(token, token.substring(3));
    assertThat(admin.get(TOKENS).body()).doesNotContain(token);
    assertThat(admin.get("/api/audit-logs?action=api-token").body()).doesNotContain(token);
  }

  @Test
  void showsTheExamples() {
    Answer made = make(30, "analytics:read", "audit:read");
    new ContractExamples()
        .replace("/data/token", "ap_bm90LWEtcmVhbC10b2tlbi1vZi1hbnktcHJvZ3JhbS1oZQ")
        .replace("/data/createdAt", STABLE_TIME)
        .replace("/data/expiresAt", "2026-04-09T11:59:58Z")
        .check("api-tokens.made", made.json());
    new ContractExamples()
        .replace("/data/tokens/0/createdAt", STABLE_TIME)
        .replace("/data/tokens/0/expiresAt", "2026-04-09T11:59:58Z")
        .check("api-tokens.list", admin.get(TOKENS).json());
  }

  private String make(String... scopes) {
    return make(30, scopes).data().path("token").asString();
  }

  private Answer make(int days, String... scopes) {
    return admin
        .with(Confirmations.HEADER, portal.confirm(admin, "create-api-token", ADMIN))
        .post(TOKENS, body(days, scopes));
  }

  private PortalClient program(String token) {
    return portal.browser().with("Authorization", "Bearer " + token);
  }

  private static String body(int days, String... scopes) {
    return "{\"name\":\"Reports\",\"scopes\":[\"%s\"],\"expiresInDays\":%d}"
        .formatted(String.join("\",\"", scopes), days);
  }
}
