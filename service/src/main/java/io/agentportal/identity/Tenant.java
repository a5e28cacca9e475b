package io.agentportal.identity;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A customer organisation, known by its Genesys Cloud organisation.
///
/// @param genesysOrgId as Genesys gives it, a UUID in lower case
/// @param region where the organisation lives at Genesys, for example `eu-central-1`
/// @param zone in which its days begin and end
/// @param residency where its data is kept; fixed once the set-up is complete
/// @param onboardedAt when the set-up was completed; null before
public record Tenant(
    TenantId id,
    String genesysOrgId,
    String name,
    String region,
    ZoneId zone,
    Locale locale,
    DataResidency residency,
    @Nullable Instant onboardedAt,
    Instant createdAt) {

  public boolean isOnboarded() {
    return onboardedAt != null;
  }
}
