package io.agentportal.identity;

import io.agentportal.identity.MachineCallers.Machine;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells which program is asking by its API token. A request with a token is the program's alone: a
/// session cookie beside it counts for nothing.
class MachineFilter extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ap_";
  private static final int SCHEME_LENGTH = "bearer ".length();

  private final MachineCallers machines;
  private final RequestAttributeSecurityContextRepository contexts;
  private final ApiErrors errors;

  MachineFilter(
      MachineCallers machines,
      RequestAttributeSecurityContextRepository contexts,
      ApiErrors errors) {
    this.machines = machines;
    this.contexts = contexts;
    this.errors = errors;
  }

  /// Whether the request shows an API token, good or bad.
  static boolean isMachine(HttpServletRequest request) {
    return bearer(request) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String bearer = bearer(request);
    if (bearer == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Machine> machine = machines.find(bearer, request.getMethod(), request.getRequestURI());
    if (machine.isEmpty()) {
      errors.write(
          new PortalException(
              ErrorCode.UNAUTHENTICATED, "This API token does not exist, or it has ended."),
          request,
          response);
      return;
    }
    if (!machine.get().mayCall()) {
      errors.write(
          new PortalException(
              ErrorCode.FORBIDDEN, "The scopes of this API token do not allow this."),
          request,
          response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new MachineAuthentication(machine.get().caller()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    chain.doFilter(request, response);
  }

  private static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME_LENGTH).strip()
        : null;
  }
}
