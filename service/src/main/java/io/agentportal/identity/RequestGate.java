package io.agentportal.identity;

import io.agentportal.platform.http.ApiErrors;
import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/// What a request must be before anybody looks at who sends it.
@Component
class RequestGate {
  private final LoginLimit limit;
  private final RequestOrigin origin;

  RequestGate(PublicOrigins origins, LoginProperties properties, Clock clock, ApiErrors errors) {
    this.limit = new LoginLimit(new AttemptLimiter(properties.attemptsPerMinute(), clock), errors);
    this.origin = new RequestOrigin(origins, errors);
  }

  void addTo(HttpSecurity http) {
    http.addFilterBefore(limit, CsrfFilter.class).addFilterBefore(origin, CsrfFilter.class);
  }
}
