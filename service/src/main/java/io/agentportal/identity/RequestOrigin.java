package io.agentportal.identity;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses changes that another site's page asks for, and bodies that are not JSON: a form cannot
/// send JSON, and a script of another site cannot without asking first.
class RequestOrigin extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final PublicOrigins origins;
  private final ApiErrors errors;

  RequestOrigin(PublicOrigins origins, ApiErrors errors) {
    this.origins = origins;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<PortalException> problem =
        SAFE.contains(request.getMethod()) ? Optional.empty() : problem(request);
    if (problem.isPresent()) {
      errors.write(problem.get(), request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<PortalException> problem(HttpServletRequest request) {
    if (comesFromElsewhere(request)) {
      return Optional.of(
          new PortalException(
              ErrorCode.CSRF_REJECTED, "This request came from a page of another site."));
    }
    if (request.getContentLengthLong() > MAX_BODY_BYTES) {
      return Optional.of(
          new PortalException(ErrorCode.PAYLOAD_TOO_LARGE, "The request is larger than 1 MB."));
    }
    return hasBody(request) && !isJson(request)
        ? Optional.of(new PortalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send JSON, please."))
        : Optional.empty();
  }

  /// Programs send neither header; browsers always send one of them with a change.
  private boolean comesFromElsewhere(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        ? "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        : !origins.contains(origin);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }
}
