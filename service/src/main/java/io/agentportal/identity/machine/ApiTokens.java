package io.agentportal.identity.machine;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.identity.MachineCallers;
import io.agentportal.identity.Tokens;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes and knows the tokens of programs.
@Service
class ApiTokens implements MachineCallers {
  private static final String PREFIX = "ap_";
  private static final int MOST_PER_TENANT = 50;
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final ApiTokenStore store;
  private final AuditTrail audit;
  private final Clock clock;

  ApiTokens(ApiTokenStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// A new token and the only copy of its secret part.
  record Made(ApiToken token, String secret) {}

  List<ApiToken> list(TenantId tenantId) {
    return store.list(tenantId);
  }

  /// @throws PortalException `CONFLICT` beyond 50 tokens
  @Transactional
  public Made make(Caller caller, String name, List<Scope> scopes, Duration life) {
    if (store.list(caller.tenantId()).size() >= MOST_PER_TENANT) {
      throw new PortalException(
          ErrorCode.CONFLICT,
          "There are %d tokens already. Remove one first.".formatted(MOST_PER_TENANT));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var token =
        new ApiToken(
            caller.tenantId(),
            UuidV7.next(now),
            name,
            scopes,
            caller.displayName(),
            now,
            now.plus(life),
            null);
    String secret = PREFIX + Tokens.next();
    store.insert(token, Tokens.hash(secret));
    audit.record(
        event(
            caller,
            "api-token.created",
            token.id(),
            Map.of(
                "name",
                name,
                "scopes",
                scopes.stream().map(Scope::wireName).toList(),
                "expiresAt",
                token.expiresAt().toString())));
    return new Made(token, secret);
  }

  /// It stops working at once.
  ///
  /// @throws PortalException `NOT_FOUND`
  @Transactional
  public void revoke(Caller caller, UUID id) {
    String name =
        store
            .delete(caller.tenantId(), id)
            .orElseThrow(() -> PortalException.notFound("token", id.toString()));
    audit.record(event(caller, "api-token.revoked", id, Map.of("name", name)));
  }

  @Override
  public Optional<Machine> find(String bearer, String method, String path) {
    if (!bearer.startsWith(PREFIX) || !Tokens.isWellFormed(bearer.substring(PREFIX.length()))) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return store
        .findAcrossTenants(Tokens.hash(bearer), now)
        .map(token -> {
          note(token, now);
          return new Machine(token.asCaller(), token.allows(method, path));
        });
  }

  private void note(ApiToken token, Instant now) {
    Instant last = token.lastUsedAt();
    if (last == null || last.plus(BETWEEN_NOTES).isBefore(now)) {
      store.used(token, now);
    }
  }

  private static AuditEvent event(
      Caller caller, String action, UUID id, Map<String, Object> details) {
    return new AuditEvent(
        caller.tenantId(), caller.displayName(), action, "api-token:" + id, details);
  }
}
