package io.agentportal.identity;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a request whose `X-Tenant-ID` names another tenant than the session's. The header never
/// chooses the tenant; it only lets a client notice that it is signed in elsewhere.
class TenantAssertion extends OncePerRequestFilter {
  private static final String HEADER = "X-Tenant-ID";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final AuditTrail audit;
  private final ApiErrors errors;

  TenantAssertion(AuditTrail audit, ApiErrors errors) {
    this.audit = audit;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String claimed = request.getHeader(HEADER);
    if (claimed != null
        && SecurityContextHolder.getContext().getAuthentication()
            instanceof PortalAuthentication authentication
        && !claimed.equalsIgnoreCase(authentication.getPrincipal().tenantId().toString())) {
      refuse(authentication.getPrincipal(), claimed, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void refuse(
      Caller caller, String claimed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String shown = HARMLESS.matcher(claimed).matches() ? claimed : "unreadable";
    audit.record(
        new AuditEvent(
            caller.tenantId(),
            caller.displayName(),
            "tenant.refused",
            "user:" + caller.userId(),
            Map.of("claimed", shown, "path", request.getMethod() + " " + request.getRequestURI())));
    errors.write(
        new PortalException(
            ErrorCode.TENANT_MISMATCH,
            "You are signed in to another organisation in this browser. Please reload the page."),
        request,
        response);
  }
}
