package io.agentportal.identity;

import static io.agentportal.PortalTest.VERIFIER;
import static io.agentportal.PortalTest.callback;
import static io.agentportal.PortalTest.loginRequest;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.PortalTest.Return;
import org.junit.jupiter.api.Test;

/// The examples of `contract/` for the endpoints of this module.
class AuthContractIT {
  private static final String ADMIN = "admin@northwind.example";
  private static final String STATE = "c3RhdGUtb2YtYS1sb2dpbi1ub3QtdXNlZC1hbnl3aGU";
  private static final long TEN_O_CLOCK = 1_773_136_800_000L;
  private static final long TWELVE_HOURS = 43_200_000L;

  private final PortalTest portal = PortalTest.running();
  private final PortalClient browser = portal.browser();

  @Test
  void showsTheOptionsOfALogin() {
    examples().check("auth.options", browser.get("/api/auth/options").json());
  }

  @Test
  void showsTheStartOfALogin() {
    examples()
        .replace("/data/state", STATE)
        .replace(
            "/data/authUrl",
            "https://login.mypurecloud.com/oauth/authorize?response_type=code&state=" + STATE)
        .check("auth.login-init", portal.begin(browser).json());
  }

  @Test
  void showsTheEndOfALogin() {
    Return back = portal.atGenesys(portal.begin(browser), ADMIN);

    Answer answer =
        browser.post("/api/auth/callback", callback(back.code(), back.state(), VERIFIER));

    session().check("auth.callback", answer.json());
  }

  @Test
  void showsASession() {
    PortalClient admin = portal.signIn(ADMIN);

    session().check("auth.session", admin.get("/api/auth/session").json());
    session().check("auth.refresh", admin.post("/api/auth/refresh", null).json());
  }

  @Test
  void showsALogout() {
    examples()
        .replace(
            "/data/genesysLogoutUrl", "https://login.mypurecloud.com/logout?client_id=login-client")
        .check("auth.logout", browser.post("/api/auth/logout", null).json());
  }

  @Test
  void showsWhatErrorsLookLike() {
    examples().check("error.unauthenticated", browser.get("/api/auth/session").json());
    examples()
        .check(
            "error.validation",
            browser
                .post("/api/auth/login/init", loginRequest("https://evil.example/callback", "/"))
                .json());
    examples()
        .check(
            "error.csrf-rejected",
            browser.without("X-XSRF-TOKEN").post("/api/auth/refresh", null).json());
    examples()
        .check(
            "error.invalid-login-state",
            browser.post("/api/auth/callback", callback("code", "state", VERIFIER)).json());
  }

  /// Name, zone and set-up of the tenant are what other tests may change.
  private static ContractExamples session() {
    return examples()
        .replace("/data/session/user/createdAt", "2026-03-01T10:00:00Z")
        .replace("/data/session/accessToken", "c2VhbGVkLXRva2VuLW9mLXRoaXMtc2Vzc2lvbg")
        .replace("/data/session/expiresAt", TEN_O_CLOCK)
        .replace("/data/session/absoluteExpiresAt", TEN_O_CLOCK + TWELVE_HOURS)
        .replace("/data/session/tenant/name", "Northwind Contact Centre")
        .replace("/data/session/tenant/timezone", "Europe/Madrid")
        .replace("/data/session/tenant/locale", "es-ES")
        .replace("/data/session/tenant/onboarded", true);
  }

  private static ContractExamples examples() {
    return new ContractExamples();
  }
}
