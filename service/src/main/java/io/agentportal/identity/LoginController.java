package io.agentportal.identity;

import io.agentportal.genesys.GenesysRegions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/auth`: signing in. Open to everybody.
@RestController
@RequestMapping("/api/auth")
class LoginController {
  private final GenesysRegions regions;
  private final LoginAttempts attempts;
  private final SignIns signIns;
  private final SessionViews views;
  private final PortalCookies cookies;
  private final CookieCsrfTokenRepository csrfTokens;

  LoginController(
      GenesysRegions regions,
      LoginAttempts attempts,
      SignIns signIns,
      SessionViews views,
      PortalCookies cookies,
      CookieCsrfTokenRepository csrfTokens) {
    this.regions = regions;
    this.attempts = attempts;
    this.signIns = signIns;
    this.views = views;
    this.cookies = cookies;
    this.csrfTokens = csrfTokens;
  }

  record Options(List<Region> regions, String defaultRegion) {}

  record Region(String id, String name, String host) {}

  record Begun(String authUrl, String state) {}

  record SignedIn(SessionView session, String returnTo) {}

  /// What the login page offers.
  @GetMapping("/options")
  Options options() {
    return new Options(
        regions.all().stream().map(r -> new Region(r.id(), r.name(), r.host())).toList(),
        regions.defaultRegion().id());
  }

  @PostMapping("/login/init")
  Begun begin(
      @Valid @RequestBody LoginRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    // One token for all tabs of a browser: a second login does not spoil the first.
    String browser = cookies.loginToken(request).orElseGet(Tokens::next);
    LoginAttempts.Begun begun = attempts.begin(login, browser);
    cookies.setLogin(response, browser);
    return new Begun(begun.authUrl().toString(), begun.state());
  }

  /// The same for clients that can only ask with a query; the challenge is no secret.
  @GetMapping("/login/init")
  Begun beginByQuery(
      @Valid LoginRequest login, HttpServletRequest request, HttpServletResponse response) {
    return begin(login, request, response);
  }

  @PostMapping("/callback")
  SignedIn complete(
      @Valid @RequestBody CallbackRequest callback,
      HttpServletRequest request,
      HttpServletResponse response) {
    LoginAttempt attempt =
        attempts.take(
            callback.state(), callback.codeVerifier(), cookies.loginToken(request).orElse(null));
    Sessions.Started started = signIns.complete(attempt, callback.code(), callback.codeVerifier());
    cookies.sessionToken(request).ifPresent(signIns::endReplaced);
    cookies.clearLogin(response);
    cookies.setSession(response, started.token());
    csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    return new SignedIn(views.show(started.session()), attempt.returnTo());
  }
}
