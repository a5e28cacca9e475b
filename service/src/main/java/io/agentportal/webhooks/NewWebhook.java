package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// One call whose signature was right, about to be stored.
///
/// @param tenantId null: came to the shared address
/// @param signedWith `current` or `previous`: which of the accepted secrets
/// @param contentType as sent, for diagnosis only
/// @param userAgent as sent, for diagnosis only
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy per call would be waste.
public record NewWebhook(
    @Nullable TenantId tenantId,
    WebhookSource source,
    String signedWith,
    @Nullable String contentType,
    @Nullable String userAgent,
    byte[] body) {

  int shard() {
    return Shards.of(tenantId, body);
  }
}
