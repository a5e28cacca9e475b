package io.agentportal.identity;

import io.agentportal.platform.live.SessionWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Tells an open stream when its session has expired or was ended.
@Component
class SessionWatcher implements SessionWatch {
  private final Sessions sessions;

  SessionWatcher(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public BooleanSupplier watch(HttpServletRequest request) {
    if (!(request.getUserPrincipal() instanceof PortalAuthentication signedIn)) {
      return () -> false;
    }
    Session session = signedIn.session();
    return () -> sessions.find(session.user().tenantId(), session.id()).isPresent();
  }
}
