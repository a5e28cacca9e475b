package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stored call of a partner, its signature checked, its body exactly as received.
///
/// @param id grows in the order of storing, unique over all tenants
/// @param tenantId the tenant of the address that was called; null: it came to the address that all
///   tenants of a shared Meta app have in common, and the body says whose it is
/// @param receivedAt when it was stored
/// @param parcelId id of the first of the calls that lie in one row with it
/// @param body untouched bytes; usually JSON in UTF-8, but nothing has looked into it yet
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy per event would be waste.
public record WebhookEvent(
    long id,
    @Nullable TenantId tenantId,
    WebhookSource source,
    Instant receivedAt,
    long parcelId,
    byte[] body) {}
