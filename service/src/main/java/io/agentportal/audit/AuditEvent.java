package io.agentportal.audit;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Map;

/// Something that was done, or refused, and must be answerable later.
///
/// @param actor who did it: an e-mail address, or the part of the system, for example `bridge`
/// @param action `noun.verb-ed`, for example `credential.replaced`
/// @param subject what it was done to, for example `conversation:<uuid>`
/// @param details JSON-friendly values; no secrets, no message bodies
public record AuditEvent(
    TenantId tenantId, String actor, String action, String subject, Map<String, Object> details) {

  public AuditEvent {
    if (!action.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
      throw new IllegalArgumentException("action: " + action + " (expected: noun.verb-ed)");
    }
    details = Map.copyOf(details);
  }

  public AuditEvent(TenantId tenantId, String actor, String action, String subject) {
    this(tenantId, actor, action, subject, Map.of());
  }
}
