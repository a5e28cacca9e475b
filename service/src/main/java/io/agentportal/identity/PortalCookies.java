package io.agentportal.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// The cookies that scripts cannot read: the session's, and the one that ties a login to the
/// browser that started it.
@Component
class PortalCookies {
  static final String SESSION = "AGENT_PORTAL_SESSION";
  static final String LOGIN = "AGENT_PORTAL_LOGIN";
  private static final String LOGIN_PATH = "/api/auth";

  private final boolean secure;
  private final Duration patience;

  PortalCookies(PublicOrigins origins, LoginProperties properties) {
    this.secure = !origins.isPlainLocalhost();
    this.patience = properties.patience();
  }

  /// Whether cookies go over TLS only.
  boolean areSecure() {
    return secure;
  }

  Optional<String> sessionToken(HttpServletRequest request) {
    return read(request, SESSION);
  }

  Optional<String> loginToken(HttpServletRequest request) {
    return read(request, LOGIN);
  }

  /// Ends with the browser; how long it counts is decided here, not there.
  void setSession(HttpServletResponse response, String token) {
    add(response, cookie(SESSION, token, "/").build());
  }

  void clearSession(HttpServletResponse response) {
    add(response, cookie(SESSION, "", "/").maxAge(Duration.ZERO).build());
  }

  void setLogin(HttpServletResponse response, String token) {
    add(response, cookie(LOGIN, token, LOGIN_PATH).maxAge(patience).build());
  }

  void clearLogin(HttpServletResponse response) {
    add(response, cookie(LOGIN, "", LOGIN_PATH).maxAge(Duration.ZERO).build());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, String path) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path(path);
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<String> read(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name))
        .map(Cookie::getValue)
        .filter(Tokens::isWellFormed);
  }
}
