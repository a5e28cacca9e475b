package io.agentportal.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.CredentialStore.StoredCredential;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the tenants' secrets sealed, in versions.
///
/// Each tenant has a data key of its own, sealed with the master key; each secret is sealed with
/// that key and bound to tenant, kind and version, so that a row copied elsewhere does not open.
@Service
public class Vault {
  private static final int CACHED_AT_MOST = 100_000;

  private record Place(TenantId tenantId, CredentialKind kind) {}

  private final CredentialStore store;
  private final TenantSealers sealers;
  private final AuditTrail audit;
  private final VaultProperties properties;
  private final Clock clock;
  private final Cache<Place, List<AcceptedSecret>> live;
  private final Cache<Place, SharedReading> readings =
      Caffeine.newBuilder()
          .maximumSize(CACHED_AT_MOST)
          .expireAfterAccess(Duration.ofMinutes(1))
          .build();

  Vault(
      CredentialStore store,
      TenantSealers sealers,
      AuditTrail audit,
      VaultProperties properties,
      Clock clock) {
    this.store = store;
    this.sealers = sealers;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
    this.live =
        Caffeine.newBuilder()
            .maximumSize(CACHED_AT_MOST)
            .expireAfterWrite(properties.cache())
            .build();
  }

  /// As [#store(TenantId, CredentialKind, NewSecret)] for a secret of which nothing else is known.
  @Transactional
  public void store(
      TenantId tenantId,
      CredentialKind kind,
      SecretText secret,
      @Nullable Instant expiresAt,
      boolean neverExpires) {
    store(tenantId, kind, new NewSecret(secret, expiresAt, neverExpires, null, List.of()));
  }

  /// Stores a new version in the caller's transaction, audited. A version that partners use towards
  /// us stays accepted for the overlap after it is replaced. The same value again only renews what
  /// is known about it.
  @Transactional
  public void store(TenantId tenantId, CredentialKind kind, NewSecret secret) {
    Instant now = clock.instant();
    var sealer = sealers.lock(tenantId);
    List<StoredCredential> all = store.all(tenantId, kind);
    Optional<StoredCredential> before =
        all.stream().filter(StoredCredential::isCurrent).findFirst();
    if (before.isPresent() && sealer.open(kind, before.get()).equals(secret.secret())) {
      store.updateFacts(tenantId, kind, before.get().version(), secret, now);
      return;
    }
    int version = all.isEmpty() ? 1 : all.getFirst().version() + 1;
    Instant until = kind.verifiesIncomingCalls() ? now.plus(properties.overlap()) : now;
    before.ifPresent(each -> store.retire(tenantId, kind, each.version(), until, now));
    store.insert(
        tenantId,
        kind,
        new StoredCredential(
            version,
            sealer.seal(kind, version, secret.secret()),
            secret.secret().masked(),
            now,
            secret.expiresAt(),
            secret.neverExpires(),
            secret.account(),
            null,
            false,
            secret.warnings()));
    forget(tenantId, kind);
    audit.record(stored(tenantId, kind, version, before, secret));
  }

  /// The secret to use now.
  ///
  /// @throws NoSuchElementException if the tenant has none of that kind
  public SecretText current(TenantId tenantId, CredentialKind kind) {
    return find(tenantId, kind)
        .orElseThrow(() -> new NoSuchElementException(kind + " of tenant " + tenantId));
  }

  public Optional<SecretText> find(TenantId tenantId, CredentialKind kind) {
    return accepted(tenantId, kind).stream()
        .filter(AcceptedSecret::isCurrent)
        .findFirst()
        .map(AcceptedSecret::secret);
  }

  /// The current version first, then a replaced one inside its overlap, then one that the partner
  /// is being told. Empty for an unknown tenant. Answered from memory for a few seconds: cheap
  /// enough for every webhook.
  public List<AcceptedSecret> accepted(TenantId tenantId, CredentialKind kind) {
    List<AcceptedSecret> known = live.get(new Place(tenantId, kind), this::load);
    if (known.size() < 2) {
      return known;
    }
    Instant now = clock.instant();
    return known.stream()
        .filter(each -> each.acceptedUntil() == null || each.acceptedUntil().isAfter(now))
        .toList();
  }

  /// As [#accepted] from the database: for a call that none of the known versions has signed, since
  /// another node may have rotated the secret a moment ago. Calls share a reading; there are at
  /// most fifty a second of one secret, and a call waits for its turn.
  public List<AcceptedSecret> acceptedNow(TenantId tenantId, CredentialKind kind) {
    var place = new Place(tenantId, kind);
    readings.get(place, _ -> new SharedReading()).run(() -> live.put(place, load(place)));
    return accepted(tenantId, kind);
  }

  /// Forgets what is known of a secret, now and when the transaction ends.
  void forget(TenantId tenantId, CredentialKind kind) {
    Caches.forgetAround(() -> live.invalidate(new Place(tenantId, kind)));
  }

  /// What may be shown about the current version.
  public Optional<CredentialFacts> facts(TenantId tenantId, CredentialKind kind) {
    return store.live(tenantId, kind, clock.instant()).stream()
        .filter(StoredCredential::isCurrent)
        .findFirst()
        .map(c ->
            new CredentialFacts(
                c.createdAt(), c.expiresAt(), c.neverExpires(), c.maskedValue(), c.warnings()));
  }

  private List<AcceptedSecret> load(Place place) {
    List<StoredCredential> stored = store.live(place.tenantId(), place.kind(), clock.instant());
    if (stored.isEmpty()) {
      return List.of();
    }
    var sealer = sealers.get(place.tenantId());
    return stored.stream()
        .map(each ->
            new AcceptedSecret(
                sealer.open(place.kind(), each),
                each.version(),
                each.acceptedUntil(),
                each.pending()))
        .toList();
  }

  private static AuditEvent stored(
      TenantId tenantId,
      CredentialKind kind,
      int version,
      Optional<StoredCredential> before,
      NewSecret after) {
    Map<String, Object> details = new HashMap<>();
    details.put("version", version);
    before.ifPresent(each -> details.put("before", each.maskedValue()));
    details.put("after", after.secret().masked());
    return new AuditEvent(
        tenantId,
        Actor.current(),
        before.isEmpty() ? "credential.stored" : "credential.replaced",
        "credential:" + kind.name().toLowerCase(Locale.ROOT),
        details);
  }
}
