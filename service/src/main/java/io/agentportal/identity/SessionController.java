package io.agentportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/auth`: the session of the browser that asks.
@RestController
@RequestMapping("/api/auth")
class SessionController {
  private final Sessions sessions;
  private final SignIns signIns;
  private final SessionViews views;
  private final PortalCookies cookies;
  private final CookieCsrfTokenRepository csrfTokens;

  SessionController(
      Sessions sessions,
      SignIns signIns,
      SessionViews views,
      PortalCookies cookies,
      CookieCsrfTokenRepository csrfTokens) {
    this.sessions = sessions;
    this.signIns = signIns;
    this.views = views;
    this.cookies = cookies;
    this.csrfTokens = csrfTokens;
  }

  record Current(SessionView session) {}

  record SignedOut(URI genesysLogoutUrl) {}

  @GetMapping("/session")
  Current current(Session session) {
    return new Current(views.show(session));
  }

  /// Prolongs the session now and gives a fresh access token.
  @PostMapping("/refresh")
  Current refresh(Session session) {
    return new Current(views.show(sessions.renew(session)));
  }

  /// Works without a session too, so that a client can always get to the same state.
  @PostMapping("/logout")
  SignedOut logout(HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> session = cookies.sessionToken(request).flatMap(sessions::find);
    session.ifPresent(signIns::end);
    cookies.clearSession(response);
    csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    return new SignedOut(views.genesysLogoutUrl(session));
  }
}
