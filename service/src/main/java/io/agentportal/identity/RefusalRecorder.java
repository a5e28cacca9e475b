package io.agentportal.identity;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Records what a signed-in caller was refused: roles, confirmations, scopes. At most ten a minute
/// of one caller, so that a broken script does not fill the trail.
class RefusalRecorder extends OncePerRequestFilter {
  private static final int LONGEST_PATH = 200;

  private final AuditTrail audit;
  private final AttemptLimiter limiter;

  RefusalRecorder(AuditTrail audit, AttemptLimiter limiter) {
    this.audit = audit;
    this.limiter = limiter;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (isRefusal(response.getStatus())
        && SecurityContextHolder.getContext().getAuthentication()
            instanceof PortalAuthentication authentication) {
      Caller caller = authentication.getPrincipal();
      if (limiter.tryAcquire(caller.userId().toString()).isEmpty()) {
        record(caller, request, response.getStatus());
      }
    }
  }

  private void record(Caller caller, HttpServletRequest request, int status) {
    String path = request.getRequestURI();
    String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
    audit.record(
        new AuditEvent(
            caller.tenantId(),
            caller.displayName(),
            "request.refused",
            "user:" + caller.userId(),
            Map.of("request", request.getMethod() + " " + shown, "status", status)));
  }

  private static boolean isRefusal(int status) {
    return status == HttpServletResponse.SC_FORBIDDEN;
  }
}
