package io.agentportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every request to the API must be, whoever sends it.
class RequestsIT {
  private static final String REFRESH = "/api/auth/refresh";
  private static final String INIT = "/api/auth/login/init";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient browser = portal.browser();

  @Test
  void refusesAChangeWithoutTheCsrfHeader() {
    PortalClient admin = portal.signIn("admin@northwind.example");

    Answer answer = admin.without("X-XSRF-TOKEN").post(REFRESH, null);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("CSRF_REJECTED");
  }

  @Test
  void refusesAChangeWithAnotherCsrfToken() {
    PortalClient admin = portal.signIn("admin@northwind.example");

    assertThat(admin.with("X-XSRF-TOKEN", "guessed").post(REFRESH, null).code())
        .isEqualTo("CSRF_REJECTED");
  }

  @Test
  void changesTheCsrfTokenWithTheLogin() {
    portal.begin(browser);
    String before = browser.cookie("XSRF-TOKEN").orElseThrow();

    portal.signIn(browser, "admin@northwind.example");

    assertThat(browser.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(before);
    assertThat(browser.post(REFRESH, null).status()).isEqualTo(200);
  }

  @Test
  void handsOutTheCsrfCookieAlsoWithARefusal() {
    Answer answer = browser.get("/api/auth/session");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
  void refusesAChangeThatAnotherSiteAsksFor(String origin) {
    PortalClient admin = portal.signIn("admin@northwind.example");

    Answer answer = admin.with("Origin", origin).post(REFRESH, null);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("CSRF_REJECTED");
  }

  @Test
  void goesByTheFetchMetadataWhereABrowserSendsNoOrigin() {
    PortalClient admin = portal.signIn("admin@northwind.example").without("Origin");

    assertThat(admin.with("Sec-Fetch-Site", "cross-site").post(REFRESH, null).code())
        .isEqualTo("CSRF_REJECTED");
    assertThat(admin.with("Sec-Fetch-Site", "same-origin").post(REFRESH, null).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/jsonx"})
  void takesNothingButJson(String type) {
    Answer answer = browser.with("Content-Type", type).post(INIT, "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void saysThatABodyIsNotJson() {
    Answer answer = browser.post(INIT, "{\"codeChallenge\":");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void refusesABodyOfMoreThanAMegabyte() {
    Answer answer = browser.post(INIT, "{\"returnTo\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void slowsDownAnAddressThatStartsManyLogins() {
    Answer answer = browser.post(INIT, "{}");
    for (int calls = 1; calls < 80 && answer.status() != 429; calls++) {
      answer = browser.post(INIT, "{}");
    }
    Answer neighbour = portal.browser().post(INIT, "{}");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("RATE_LIMITED");
    assertThat(answer.header("Retry-After").map(Integer::parseInt)).hasValue(1);
    assertThat(neighbour.status()).isEqualTo(400);
  }

  @Test
  void answersTheEnvelopeWhereNoControllerIs() {
    PortalClient admin = portal.signIn("admin@northwind.example");

    assertThat(admin.get("/api/nothing/here").code()).isEqualTo("NOT_FOUND");
    assertThat(admin.delete("/api/auth/session").code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(browser.get("/api/nothing/here").code()).isEqualTo("UNAUTHENTICATED");
    assertThat(browser.get("/api/;x=1").code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void tellsBrowsersWhatItsPagesMayDo() {
    Answer answer = browser.get("/api/auth/options");

    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'self'")
        .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void insistsOnTlsWhereItIsUsed() {
    Answer answer = browser.with("X-Forwarded-Proto", "https").get("/api/auth/options");

    assertThat(answer.header("Strict-Transport-Security").orElseThrow()).startsWith("max-age=");
  }

  @Test
  void setsNoCookieOutsideTheApi() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      HttpResponse<Void> page =
          http.send(
              HttpRequest.newBuilder(portal.baseUri().resolve("/login")).build(),
              BodyHandlers.discarding());

      assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }
}
