package io.agentportal.bridge;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/// Something on its way to a partner.
///
/// @param sortAt the partner's time of the message: the order within the lane, then `id`
/// @param attempts made so far
record Delivery(
    Lane lane,
    UUID id,
    UUID messageId,
    Instant sortAt,
    Instant createdAt,
    int attempts,
    Payload payload) {

  TenantId tenantId() {
    return lane.tenantId();
  }
}
