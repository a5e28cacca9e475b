package io.agentportal.identity;

import io.agentportal.genesys.GenesysIdentity;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Role;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Decides which tenant a person belongs to and what they may do there.
@Service
class Memberships {
  /// Who may change messaging integrations at Genesys may change them here.
  private static final String ADMIN_PERMISSION = "messaging:integration:edit";

  private final Tenants tenants;
  private final UserStore users;
  private final Clock clock;

  Memberships(Tenants tenants, UserStore users, Clock clock) {
    this.tenants = tenants;
    this.users = users;
    this.clock = clock;
  }

  /// The person as a user of their organisation's tenant, in the caller's transaction. The first
  /// admin brings the tenant into being.
  ///
  /// @throws PortalException `FORBIDDEN` for a viewer of an organisation that is not here yet
  PortalUser admit(GenesysIdentity identity, String region) {
    Role role = identity.may(ADMIN_PERMISSION) ? Role.ADMIN : Role.VIEWER;
    Optional<Tenant> known = tenants.ofOrganization(identity.organizationId());
    if (known.isEmpty() && role == Role.VIEWER) {
      throw new PortalException(
          ErrorCode.FORBIDDEN,
          "%s is not set up on this portal yet. Somebody who may edit messaging integrations there"
                  .formatted(identity.organizationName())
              + " has to sign in first.");
    }
    Tenant tenant =
        known.orElseGet(() ->
            tenants.findOrCreate(identity.organizationId(), identity.organizationName(), region));
    return users.signedIn(tenant.id(), identity, role, clock.instant());
  }
}
