package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a path below `/webhook` stands for: `/meta/{tenantId}`, `/genesys/{tenantId}`, or `/meta`
/// for an app that several tenants share.
///
/// @param tenantId null: the shared address
record WebhookAddress(WebhookSource source, @Nullable TenantId tenantId) {

  /// Stands for every text that is no tenant id, so that it is refused like an unknown tenant.
  static final TenantId NOBODY = new TenantId(new UUID(0, 0));

  private static final int UUID_LENGTH = 36;
  private static final String META = "/meta";
  private static final String META_OF = META + "/";
  private static final String GENESYS_OF = "/genesys/";

  /// Empty: no such address.
  static Optional<WebhookAddress> of(@Nullable String path) {
    if (path == null) {
      return Optional.empty();
    }
    if (path.startsWith(META_OF)) {
      return Optional.of(new WebhookAddress(WebhookSource.META, tenant(path, META_OF)));
    }
    if (path.startsWith(GENESYS_OF)) {
      return Optional.of(new WebhookAddress(WebhookSource.GENESYS, tenant(path, GENESYS_OF)));
    }
    return path.equals(META)
        ? Optional.of(new WebhookAddress(WebhookSource.META, null))
        : Optional.empty();
  }

  private static TenantId tenant(String path, String prefix) {
    if (path.length() != prefix.length() + UUID_LENGTH) {
      return NOBODY;
    }
    try {
      return TenantId.parse(path.substring(prefix.length()));
    } catch (IllegalArgumentException _) {
      return NOBODY;
    }
  }
}
