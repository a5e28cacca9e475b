package io.agentportal.identity;

import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The customer organisations. A tenant comes to be when the first admin of its Genesys
/// organisation signs in.
@Service
public class Tenants {
  private final TenantStore store;
  private final Clock clock;

  Tenants(TenantStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// @throws PortalException `NOT_FOUND` for an unknown id
  public Tenant find(TenantId tenantId) {
    return store
        .find(tenantId)
        .orElseThrow(() -> PortalException.notFound("tenant", tenantId.toString()));
  }

  /// Notes that the set-up is complete; the first time counts.
  public void markOnboarded(TenantId tenantId, Instant at) {
    if (store.markOnboarded(tenantId, at) == 0) {
      throw PortalException.notFound("tenant", tenantId.toString());
    }
  }

  /// Changes what the tenant chooses about itself, in the caller's transaction.
  public void rename(TenantId tenantId, String name, ZoneId zone, Locale locale) {
    if (store.updateProfile(tenantId, name, zone, locale) == 0) {
      throw PortalException.notFound("tenant", tenantId.toString());
    }
  }

  /// Decides where the tenant's data is kept, in the caller's transaction.
  public void keepDataIn(TenantId tenantId, DataResidency residency) {
    if (store.updateResidency(tenantId, residency) == 0) {
      throw PortalException.notFound("tenant", tenantId.toString());
    }
  }

  Optional<Tenant> ofOrganization(String genesysOrgId) {
    return store.findByOrganizationAcrossTenants(genesysOrgId);
  }

  /// The tenant of that organisation, made now if there is none. Safe when two sign in at once.
  Tenant findOrCreate(String genesysOrgId, String name, String region) {
    return ofOrganization(genesysOrgId)
        .orElseGet(() -> {
          store.insertIfAbsent(
              new Tenant(
                  new TenantId(UUID.randomUUID()),
                  genesysOrgId,
                  name,
                  region,
                  ZoneOffset.UTC,
                  Locale.forLanguageTag("en-US"),
                  DataResidency.near(region),
                  null,
                  clock.instant()));
          return ofOrganization(genesysOrgId).orElseThrow();
        });
  }
}
