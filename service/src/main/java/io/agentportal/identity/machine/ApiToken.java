package io.agentportal.identity.machine;

import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Access of one program, without its secret part.
///
/// @param lastUsedAt exact to a minute; null: never
record ApiToken(
    TenantId tenantId,
    UUID id,
    String name,
    List<Scope> scopes,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  boolean allows(String method, String path) {
    return scopes.stream().anyMatch(scope -> scope.covers(method, path));
  }

  /// The program as a caller. It acts with an admin's rights within its scopes, and under its own
  /// name.
  Caller asCaller() {
    return new Caller(tenantId, new UserId(id), Role.ADMIN, "api-token:" + name);
  }
}
