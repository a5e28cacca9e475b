package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.support.Browser;
import io.agentsandbox.support.Rest;
import io.agentsandbox.world.OAuthClient;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OAuthTest extends SandboxTest {
  private static final String ADMIN = "admin@northwind.example";

  @Test
  void sendsTheBrowserBackWithACodeAndItsState() {
    URI back = browser.signIn(ADMIN);

    assertThat(back.toString()).startsWith(Browser.REDIRECT + "?code=");
    assertThat(back.getRawQuery()).endsWith("&state=s-1");
  }

  @Test
  void showsALoginPageThatNamesThePeopleAndThePassword() {
    String location = rest.get(browser.authorizePath()).header("Location").orElseThrow();

    Rest.Answer page = rest.get(location);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("admin@contoso.example", "viewer@northwind.example", "sandbox");
  }

  @Test
  void exchangesACodeForTokens() {
    Rest.Answer answer = browser.exchange(browser.code(ADMIN), Browser.VERIFIER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("token_type").asString()).isEqualTo("bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(answer.json().path("refresh_token").asString()).isNotEmpty();
  }

  @Test
  void refusesAVerifierThatDoesNotFitTheChallenge() {
    Rest.Answer answer = browser.exchange(browser.code(ADMIN), Browser.VERIFIER + "x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void refusesACodeThatWasUsed() {
    String code = browser.code(ADMIN);
    browser.exchange(code, Browser.VERIFIER);

    Rest.Answer again = browser.exchange(code, Browser.VERIFIER);

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("error").asString()).isEqualTo("invalid_grant");
    assertThat(again.json().path("description").asString())
        .isEqualTo(again.json().path("error_description").asString());
  }

  @Test
  void refusesACodeThatIsTooOld() {
    String code = browser.code(ADMIN);
    sandbox.control().advanceClock(Duration.ofSeconds(61));

    Rest.Answer late = browser.exchange(code, Browser.VERIFIER);

    assertThat(late.json().path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void letsAPublicClientInWithPkceAlone() {
    Rest.Answer answer =
        rest.form(
            "/oauth/token",
            "grant_type=authorization_code&client_id=%s&code=%s&redirect_uri=%s&code_verifier=%s"
                .formatted(
                    sandbox.loginClient().id(),
                    browser.code(ADMIN),
                    Browser.encode(Browser.REDIRECT),
                    Browser.VERIFIER));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void asksForThePasswordAgainOnlyWhenThePromptSaysSo() {
    String form = rest.get(browser.authorizePath()).header("Location").orElseThrow();
    String request = form.replaceAll(".*request=", "");
    String cookie =
        rest.form("/login", "request=" + request + "&email=" + ADMIN + "&password=sandbox")
            .header("Set-Cookie")
            .orElseThrow()
            .replaceAll(";.*", "");

    String remembered = authorize(browser.authorizePath().replace("&prompt=login", ""), cookie);
    String prompted = authorize(browser.authorizePath(), cookie);

    assertThat(remembered).startsWith(Browser.REDIRECT + "?code=");
    assertThat(prompted).startsWith("/login?request=");
  }

  @Test
  void refusesAWrongPasswordOnThePage() {
    String form = rest.get(browser.authorizePath()).header("Location").orElseThrow();
    String request = form.replaceAll(".*request=", "");

    Rest.Answer answer =
        rest.form("/login", "request=" + request + "&email=" + ADMIN + "&password=guess");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("is not right");
  }

  @Test
  void reportsACancelledSignInToTheClient() {
    URI back = browser.signIn(ADMIN, "cancel=1");

    assertThat(back.getRawQuery()).startsWith("error=access_denied").endsWith("&state=s-1");
  }

  @Test
  void keepsAnUnregisteredRedirectToItself() {
    String path =
        browser
            .authorizePath()
            .replace(
                Browser.encode(Browser.REDIRECT), Browser.encode("https://evil.example/callback"));

    Rest.Answer answer = rest.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
  }

  @Test
  void tellsAnUnknownClientFromAWrongSecret() {
    OAuthClient machine = sandbox.northwind().machineClient();

    Rest.Answer unknown = clientCredentials(new OAuthClient("nobody", "x"));
    Rest.Answer wrong = clientCredentials(new OAuthClient(machine.id(), "wrong"));

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("description").asString()).isEqualTo("client not found");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("description").asString()).isEqualTo("authentication failed");
  }

  @Test
  void refusesTheLoginClientForClientCredentials() {
    Rest.Answer answer = clientCredentials(sandbox.loginClient());

    assertThat(answer.json().path("error").asString()).isEqualTo("unauthorized_client");
  }

  @Test
  void replacesARefreshTokenWithEachUse() {
    String first =
        browser
            .exchange(browser.code(ADMIN), Browser.VERIFIER)
            .json()
            .path("refresh_token")
            .asString();

    Rest.Answer refreshed = refresh(first);
    Rest.Answer again = refresh(first);

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.json().path("refresh_token").asString()).isNotEqualTo(first);
    assertThat(again.json().path("error").asString()).isEqualTo("invalid_grant");
  }

  private static Rest.Answer refresh(String token) {
    return rest.form(
        "/oauth/token",
        "grant_type=refresh_token&refresh_token=" + token,
        "Authorization",
        Browser.basic(sandbox.loginClient()));
  }

  private static Rest.Answer clientCredentials(OAuthClient client) {
    return rest.form(
        "/oauth/token", "grant_type=client_credentials", "Authorization", Browser.basic(client));
  }

  private static String authorize(String path, String cookie) {
    return rest.send(rest.request(path).header("Cookie", cookie).GET())
        .header("Location")
        .orElseThrow();
  }
}
