package io.agentportal.bridge;

import io.agentportal.platform.tenancy.TenantId;
import java.util.UUID;

/// One contact in one direction: what must stay in order.
record Lane(TenantId tenantId, UUID contactId, Direction direction) {

  /// The lanes that one tenant's limits cover together.
  Queue queue() {
    return new Queue(tenantId, direction);
  }

  /// All lanes of a tenant in one direction.
  record Queue(TenantId tenantId, Direction direction) {}
}
