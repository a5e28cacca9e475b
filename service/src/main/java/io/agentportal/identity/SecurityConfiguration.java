package io.agentportal.identity;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;

/// Who may call `/api`. Webhooks, static files and probes are outside: no filter of these touches
/// them.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {
  static final String FILTER = "springSecurityFilterChain";
  private static final int BEFORE_MVC = -100;

  private final ApiErrors errors;

  SecurityConfiguration(ApiErrors errors) {
    this.errors = errors;
  }

  /// Replaces Spring Boot's registration, which is for every path.
  @Bean
  DelegatingFilterProxyRegistrationBean apiSecurityFilter() {
    var registration = new DelegatingFilterProxyRegistrationBean(FILTER);
    registration.addUrlPatterns("/api/*");
    registration.setOrder(BEFORE_MVC);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    return registration;
  }

  @Bean
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      RequestGate requests,
      CallerGate callers,
      CookieCsrfTokenRepository csrfTokens) {
    http.securityMatcher("/api/**")
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(csrfTokens)
                // No browser sends this header by itself, and the cookie does not count beside it.
                .ignoringRequestMatchers(MachineFilter::isMachine))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(
                    (request, response, _) -> errors.write(unauthenticated(), request, response))
                .accessDeniedHandler(accessDenied()))
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(
                    "/api/auth/options",
                    "/api/auth/login/init",
                    "/api/auth/callback",
                    "/api/auth/logout")
                .permitAll()
                .anyRequest()
                .authenticated());
    requests.addTo(http);
    callers.addTo(http);
    return http.build();
  }

  /// The token that scripts of our own pages read and repeat in a header.
  @Bean
  CookieCsrfTokenRepository csrfTokens(PortalCookies cookies) {
    var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(
        cookie -> cookie.secure(cookies.areSecure()).sameSite("Lax").path("/"));
    return repository;
  }

  private AccessDeniedHandler accessDenied() {
    return (request, response, denied) ->
        errors.write(
            denied instanceof CsrfException
                ? new PortalException(
                    ErrorCode.CSRF_REJECTED,
                    "The request lacks its protection against forgery. Please reload the page.")
                : new PortalException(ErrorCode.FORBIDDEN, "Your role does not allow this."),
            request,
            response);
  }

  private static PortalException unauthenticated() {
    return new PortalException(
        ErrorCode.UNAUTHENTICATED, "You are not signed in, or your session has ended.");
  }
}
