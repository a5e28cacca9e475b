package io.agentportal.identity;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds how often one address starts or finishes a login.
class LoginLimit extends OncePerRequestFilter {
  private static final Set<String> LIMITED =
      Set.of(
          "/api/auth/login/init",
          "/api/auth/callback",
          "/api/auth/confirm/init",
          "/api/auth/confirm/callback");
  private static final int NETWORK_BYTES = 8;

  private final AttemptLimiter limiter;
  private final ApiErrors errors;

  LoginLimit(AttemptLimiter limiter, ApiErrors errors) {
    this.limiter = limiter;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !LIMITED.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait = limiter.tryAcquire(network(request.getRemoteAddr()));
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = wait.get().plusMillis(999).toSeconds();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    errors.write(
        new PortalException(
            ErrorCode.RATE_LIMITED,
            "Too many sign-ins from your network. Please wait %d seconds.".formatted(seconds)),
        request,
        response);
  }

  /// The address itself, or the /64 of an IPv6 address: one customer of a provider has that many.
  /// What a proxy forwards may be anything; all that is no address counts together.
  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return "unknown";
    }
  }
}
