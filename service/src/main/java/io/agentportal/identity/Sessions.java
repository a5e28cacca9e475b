package io.agentportal.identity;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Keeps browsers signed in: as long as they are used, and never beyond the absolute limit.
@Service
class Sessions {
  private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

  private final SessionStore store;
  private final SessionProperties properties;
  private final Clock clock;

  Sessions(SessionStore store, SessionProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  /// A new session and the only copy of its token.
  record Started(Session session, String token) {}

  /// Starts one in the caller's transaction.
  Started start(PortalUser user) {
    Instant now = now();
    Instant absolute = now.plus(properties.absolute());
    var session = new Session(UUID.randomUUID(), user, now, expiry(now, absolute), absolute);
    String token = Tokens.next();
    store.insert(session, Tokens.hash(token));
    return new Started(session, token);
  }

  /// Whose token it is. Empty for an unknown, ended or expired one.
  ///
  /// @param background true for calls that people did not cause: they leave the expiry as it is
  Optional<Session> use(String token, boolean background) {
    return find(token).map(session -> background ? session : slid(session, BETWEEN_WRITES));
  }

  /// As [#use(String, boolean)] without sliding.
  Optional<Session> find(String token) {
    if (!Tokens.isWellFormed(token)) {
      return Optional.empty();
    }
    return store
        .findByTokenAcrossTenants(Tokens.hash(token))
        .filter(session -> session.isLive(clock.instant()));
  }

  Optional<Session> find(TenantId tenantId, UUID id) {
    return store.find(tenantId, id).filter(session -> session.isLive(clock.instant()));
  }

  /// Prolongs it now, exactly.
  Session renew(Session session) {
    return slid(session, Duration.ZERO);
  }

  void end(Session session) {
    store.delete(session);
  }

  /// Signs out everybody of a tenant.
  int endAll(TenantId tenantId) {
    return store.deleteAll(tenantId);
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void deleteExpiredAcrossTenants() {
    store.deleteExpiredAcrossTenants(clock.instant());
  }

  private Session slid(Session session, Duration betweenWrites) {
    Instant now = now();
    if (Duration.between(session.lastUsedAt(), now).compareTo(betweenWrites) < 0) {
      return session;
    }
    var used =
        new Session(
            session.id(),
            session.user(),
            now,
            expiry(now, session.absoluteExpiresAt()),
            session.absoluteExpiresAt());
    store.slide(used);
    return used;
  }

  private Instant expiry(Instant now, Instant absolute) {
    Instant idle = now.plus(properties.idle());
    return idle.isBefore(absolute) ? idle : absolute;
  }

  /// As exact as the API and its clients are.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
