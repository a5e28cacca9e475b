package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;

/// A partner called a tenant's address, and was genuine. Announced at most once in ten seconds of
/// each tenant, partner and kind, by each node; not inside a transaction.
public record PartnerCalled(TenantId tenantId, WebhookSource source, Kind kind, Instant at) {
  /// Calls that introduce themselves so are our own tests, and are not announced.
  public static final String OWN_USER_AGENT = "agent-portal-connectivity-test";

  /// What kind of call it was.
  public enum Kind {
    /// Meta verified the address.
    HANDSHAKE,
    SIGNED
  }
}
