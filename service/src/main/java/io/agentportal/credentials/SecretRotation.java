package io.agentportal.credentials;

import io.agentportal.credentials.CredentialStore.StoredCredential;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Replaces a secret with which a partner signs its calls, without a moment in which one of them is
/// refused.
///
/// The new version is accepted first ([#prepare]), then the partner is told, then it becomes the
/// current one ([#activate]); the old one stays good for a grace time. Whatever fails on the way,
/// the version that the partner uses is accepted.
@Service
public class SecretRotation {
  /// A rotation that takes longer was interrupted.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final CredentialStore store;
  private final TenantSealers sealers;
  private final Vault vault;
  private final VaultProperties properties;
  private final Clock clock;

  SecretRotation(
      CredentialStore store,
      TenantSealers sealers,
      Vault vault,
      VaultProperties properties,
      Clock clock) {
    this.store = store;
    this.sealers = sealers;
    this.vault = vault;
    this.properties = properties;
    this.clock = clock;
  }

  /// Stores a version that is accepted from now on and nothing else, in the caller's transaction.
  ///
  /// @param force also while the version before the current one is still accepted; it ends with
  ///   [#activate]
  /// @return its number
  /// @throws PortalException `ROTATION_IN_PROGRESS`
  @Transactional
  public int prepare(TenantId tenantId, CredentialKind kind, SecretText secret, boolean force) {
    var sealer = sealers.lock(tenantId);
    Instant now = clock.instant();
    List<StoredCredential> all = store.all(tenantId, kind);
    all.forEach(each -> check(each, force, now));
    all.stream()
        .filter(StoredCredential::pending)
        .forEach(
            each -> store.adopt(tenantId, kind, each.version(), now.plus(properties.overlap())));
    int version = all.getFirst().version() + 1;
    store.insert(
        tenantId,
        kind,
        new StoredCredential(
            version,
            sealer.seal(kind, version, secret),
            secret.masked(),
            now,
            null,
            true,
            null,
            null,
            true,
            List.of()));
    vault.forget(tenantId, kind);
    return version;
  }

  /// Makes the pending version the current one, in the caller's transaction.
  ///
  /// @param until the end of the overlap of the version before
  /// @throws NoSuchElementException if there is no such pending version
  @Transactional
  public void activate(TenantId tenantId, CredentialKind kind, int version, Instant until) {
    sealers.lock(tenantId);
    int before =
        store.all(tenantId, kind).stream()
            .filter(StoredCredential::isCurrent)
            .findFirst()
            .orElseThrow()
            .version();
    store.retire(tenantId, kind, before, until, clock.instant());
    if (!store.activate(tenantId, kind, version)) {
      throw new NoSuchElementException("pending version " + version + " of " + kind);
    }
    vault.forget(tenantId, kind);
  }

  /// Takes a pending version back that the partner refused.
  @Transactional
  public void discard(TenantId tenantId, CredentialKind kind, int version) {
    store.deletePending(tenantId, kind, version);
    vault.forget(tenantId, kind);
  }

  /// Ends the overlap now, in the caller's transaction; other nodes follow within seconds.
  ///
  /// @return false if no replaced version was accepted
  @Transactional
  public boolean revokePrevious(TenantId tenantId, CredentialKind kind) {
    boolean revoked = store.endOverlap(tenantId, kind, clock.instant()) > 0;
    vault.forget(tenantId, kind);
    return revoked;
  }

  private static void check(StoredCredential known, boolean force, Instant now) {
    Instant until = known.acceptedUntil();
    if (known.pending() && known.createdAt().plus(LONGEST).isAfter(now)) {
      throw new PortalException(
          ErrorCode.ROTATION_IN_PROGRESS, "The secret is being replaced at this moment.");
    }
    if (!force && until != null && until.isAfter(now)) {
      throw new PortalException(
          ErrorCode.ROTATION_IN_PROGRESS,
          "The secret was replaced a while ago and the old one is still accepted. Rotating again"
              + " would end that now.",
          Map.of("validUntil", until.toString()));
    }
  }
}
