package io.agentportal.identity;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.genesys.GenesysIdentity;
import io.agentportal.genesys.GenesysLogin;
import io.agentportal.genesys.GenesysLoginOutcome.Identified;
import io.agentportal.genesys.GenesysLoginOutcome.Refused;
import io.agentportal.genesys.GenesysLoginOutcome.Unavailable;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs people in with what they brought back from Genesys, and out again.
@Service
class SignIns {
  private static final Logger log = LoggerFactory.getLogger(SignIns.class);

  private final GenesysLogin genesys;
  private final Memberships memberships;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  SignIns(
      GenesysLogin genesys,
      Memberships memberships,
      Sessions sessions,
      AuditTrail audit,
      TransactionTemplate transactions) {
    this.genesys = genesys;
    this.memberships = memberships;
    this.sessions = sessions;
    this.audit = audit;
    this.transactions = transactions;
  }

  /// Finishes a login. Asks Genesys first, then writes tenant, user, session and audit together.
  ///
  /// @throws PortalException `LOGIN_REJECTED`, `GENESYS_UNAVAILABLE`, `FORBIDDEN`
  Sessions.Started complete(LoginAttempt attempt, String code, String codeVerifier) {
    return switch (genesys.identify(attempt.region(), code, attempt.redirectUri(), codeVerifier)) {
      case Identified(var identity) -> start(identity, attempt.region());
      case Refused(var reason) -> throw rejected(reason);
      case Unavailable(var reason) -> throw unavailable(reason);
    };
  }

  /// Ends the session, audited.
  void end(Session session) {
    transactions.executeWithoutResult(_ -> {
      sessions.end(session);
      audit.record(event(session.user(), "session.ended", Map.of()));
    });
  }

  /// Ends the session that this browser had before it signed in again.
  void endReplaced(String token) {
    sessions.find(token).ifPresent(this::end);
  }

  private Sessions.Started start(GenesysIdentity identity, String region) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          PortalUser user = memberships.admit(identity, region);
          Sessions.Started started = sessions.start(user);
          audit.record(event(user, "session.started", Map.of("role", user.role().wireName())));
          return started;
        }));
  }

  private static AuditEvent event(PortalUser user, String action, Map<String, Object> details) {
    return new AuditEvent(user.tenantId(), user.email(), action, "user:" + user.id(), details);
  }

  private static PortalException rejected(String reason) {
    log.info("login refused by Genesys reason=\"{}\"", reason);
    return new PortalException(
        ErrorCode.LOGIN_REJECTED, "Genesys Cloud did not accept this sign-in. Please try again.");
  }

  private static PortalException unavailable(String reason) {
    log.warn("Genesys did not answer a login reason=\"{}\"", reason);
    return new PortalException(
        ErrorCode.GENESYS_UNAVAILABLE,
        "Genesys Cloud does not answer at the moment. Please try again in a minute.");
  }
}
