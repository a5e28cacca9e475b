package io.agentportal.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What each tenant is connected to at Genesys and Meta. Answered from memory for a few seconds: a
/// change shows at once on the node that made it, and that much later on the others.
@Service
public class Connections {
  private static final int CACHED_AT_MOST = 100_000;

  private final ConnectionStore store;
  private final Clock clock;
  private final Cache<TenantId, Optional<GenesysConnection>> genesys;
  private final Cache<TenantId, List<WhatsAppConnection>> whatsApp;
  private final Cache<String, Optional<TenantId>> tenantsByNumber;
  private final Cache<String, List<TenantId>> tenantsByWaba;

  Connections(ConnectionStore store, VaultProperties properties, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.genesys = cache(properties);
    this.whatsApp = cache(properties);
    this.tenantsByNumber = cache(properties);
    this.tenantsByWaba = cache(properties);
  }

  /// Stores the tenant's connection in place of the one before, in the caller's transaction.
  @Transactional
  public void saveGenesys(GenesysConnection connection) {
    store.save(connection, clock.instant());
    Caches.forgetAround(() -> genesys.invalidate(connection.tenantId()));
  }

  /// Stores the tenant's number in place of the one before, in the caller's transaction.
  ///
  /// @throws PortalException `CONFLICT` if the number belongs to another tenant
  @Transactional
  public void saveWhatsApp(WhatsAppConnection connection) {
    if (!store.save(connection, clock.instant())) {
      throw new PortalException(
          ErrorCode.CONFLICT,
          "This WhatsApp number is already connected by another organisation on this portal.");
    }
    Caches.forgetAround(this::forgetWhatsApp);
  }

  public Optional<GenesysConnection> genesys(TenantId tenantId) {
    return genesys.get(tenantId, store::genesys);
  }

  /// The tenant's number; the most recently saved one if there are several.
  public Optional<WhatsAppConnection> whatsApp(TenantId tenantId) {
    return numbers(tenantId).stream().findFirst();
  }

  /// One of the tenant's numbers.
  ///
  /// @param phoneNumberId Meta's id of the number
  public Optional<WhatsAppConnection> whatsApp(TenantId tenantId, String phoneNumberId) {
    return numbers(tenantId).stream()
        .filter(each -> each.phoneNumberId().equals(phoneNumberId))
        .findFirst();
  }

  /// When either connection of the tenant was stored last; read from the database.
  public Optional<Instant> lastSaved(TenantId tenantId) {
    return store.lastSaved(tenantId);
  }

  public Optional<TenantId> tenantOfPhoneNumber(String phoneNumberId) {
    return tenantsByNumber.get(phoneNumberId, store::tenantOfNumberAcrossTenants);
  }

  /// Empty also if several tenants have numbers in that business account.
  public Optional<TenantId> tenantOfWaba(String wabaId) {
    List<TenantId> tenants = tenantsByWaba.get(wabaId, store::tenantsOfWabaAcrossTenants);
    return tenants.size() == 1 ? Optional.of(tenants.getFirst()) : Optional.empty();
  }

  private List<WhatsAppConnection> numbers(TenantId tenantId) {
    return whatsApp.get(tenantId, store::whatsApp);
  }

  private void forgetWhatsApp() {
    whatsApp.invalidateAll();
    tenantsByNumber.invalidateAll();
    tenantsByWaba.invalidateAll();
  }

  private static <K, V> Cache<K, V> cache(VaultProperties properties) {
    return Caffeine.newBuilder()
        .maximumSize(CACHED_AT_MOST)
        .expireAfterWrite(properties.cache())
        .build();
  }
}
