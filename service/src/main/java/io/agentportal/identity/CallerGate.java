package io.agentportal.identity;

import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.http.ApiErrors;
import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/// Who sends the request, and whether that is who the client thinks it is.
@Component
class CallerGate {
  private static final int RECORDED_REFUSALS_PER_MINUTE = 10;

  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();
  private final MachineFilter machine;
  private final SessionFilter session;
  private final TenantAssertion tenant;
  private final RefusalRecorder refusals;

  CallerGate(
      Sessions sessions,
      PortalCookies cookies,
      MachineCallers machines,
      AuditTrail audit,
      ApiErrors errors,
      Clock clock) {
    this.machine = new MachineFilter(machines, contexts, errors);
    this.session = new SessionFilter(sessions, cookies, contexts);
    this.tenant = new TenantAssertion(audit, errors);
    this.refusals =
        new RefusalRecorder(audit, new AttemptLimiter(RECORDED_REFUSALS_PER_MINUTE, clock));
  }

  void addTo(HttpSecurity http) {
    http.securityContext(context -> context.securityContextRepository(contexts))
        .addFilterAfter(machine, CsrfFilter.class)
        .addFilterAfter(session, MachineFilter.class)
        .addFilterAfter(tenant, SessionFilter.class)
        .addFilterAfter(refusals, TenantAssertion.class);
  }
}
