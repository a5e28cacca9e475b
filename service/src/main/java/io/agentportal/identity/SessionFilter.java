package io.agentportal.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells who is asking by the session cookie, and prolongs the session unless the request says that
/// nobody caused it.
class SessionFilter extends OncePerRequestFilter {
  private static final String BACKGROUND = "X-Portal-Background";

  /// Browsers open and reopen it by themselves, and cannot send a header with it.
  private static final String EVENT_STREAM = "/api/events";

  private final Sessions sessions;
  private final PortalCookies cookies;
  private final RequestAttributeSecurityContextRepository contexts;

  SessionFilter(
      Sessions sessions,
      PortalCookies cookies,
      RequestAttributeSecurityContextRepository contexts) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.contexts = contexts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return MachineFilter.isMachine(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean background =
        "true".equals(request.getHeader(BACKGROUND))
            || EVENT_STREAM.equals(request.getRequestURI());
    cookies
        .sessionToken(request)
        .flatMap(token -> sessions.use(token, background))
        .ifPresent(session -> signIn(session, request, response));
    chain.doFilter(request, response);
  }

  /// Also kept in the request, for answers that are written by another thread later.
  private void signIn(Session session, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PortalAuthentication(session));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
