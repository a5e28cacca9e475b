package io.agentportal.credentials;

import io.agentportal.credentials.CredentialStore.StoredCredential;
import io.agentportal.credentials.CredentialVersion.State;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The versions a secret has had. The one before the current is kept sealed, for a return to it.
@Service
public class CredentialHistory {
  private final CredentialStore store;
  private final TenantSealers sealers;
  private final Clock clock;

  CredentialHistory(CredentialStore store, TenantSealers sealers, Clock clock) {
    this.store = store;
    this.sealers = sealers;
    this.clock = clock;
  }

  /// The version before the current one.
  ///
  /// @param account as it was stored with it
  public record Kept(int version, SecretText secret, @Nullable String account) {}

  /// The newest first.
  public List<CredentialVersion> versions(TenantId tenantId, CredentialKind kind) {
    Instant now = clock.instant();
    return store.all(tenantId, kind).stream()
        .map(each ->
            new CredentialVersion(
                each.version(), each.createdAt(), state(each, now), each.acceptedUntil()))
        .toList();
  }

  /// Empty if there was none, or it was erased.
  public Optional<Kept> previous(TenantId tenantId, CredentialKind kind) {
    return store.all(tenantId, kind).stream()
        .filter(each -> !each.pending() && !each.isCurrent() && each.sealed() != null)
        .findFirst()
        .map(each ->
            new Kept(each.version(), sealers.get(tenantId).open(kind, each), each.account()));
  }

  private static State state(StoredCredential stored, Instant now) {
    if (stored.pending()) {
      return State.PENDING;
    }
    Instant until = stored.acceptedUntil();
    if (until == null) {
      return State.CURRENT;
    }
    if (stored.sealed() == null) {
      return State.ERASED;
    }
    return until.isAfter(now) ? State.ACCEPTED : State.KEPT;
  }
}
