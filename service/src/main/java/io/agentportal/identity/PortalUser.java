package io.agentportal.identity;

import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person of one tenant who signed in at least once.
///
/// @param role what an admin decided; otherwise what Genesys allowed at the last login
/// @param createdAt of the first login
record PortalUser(
    TenantId tenantId,
    UserId id,
    String email,
    String name,
    Role role,
    @Nullable String avatarUrl,
    Instant createdAt) {

  Caller asCaller() {
    return new Caller(tenantId, id, role, email);
  }
}
