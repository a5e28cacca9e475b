package io.agentportal.credentials;

import io.agentportal.credentials.CredentialStore.StoredCredential;
import io.agentportal.platform.crypto.SealBrokenException;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Seals one tenant's secrets, each bound to tenant, kind and version.
final class TenantSealer {
  private final TenantId tenantId;
  private final Sealer sealer;

  TenantSealer(TenantId tenantId, Sealer sealer) {
    this.tenantId = tenantId;
    this.sealer = sealer;
  }

  byte[] seal(CredentialKind kind, int version, SecretText secret) {
    return sealer.seal(secret.revealBytes(), context(kind, version));
  }

  /// @throws SealBrokenException if the row was sealed for another tenant, kind or version
  SecretText open(CredentialKind kind, StoredCredential stored) {
    return SecretText.of(
        new String(
            sealer.open(Objects.requireNonNull(stored.sealed()), context(kind, stored.version())),
            StandardCharsets.UTF_8));
  }

  private byte[] context(CredentialKind kind, int version) {
    return "credential|%s|%s|%d"
        .formatted(tenantId, kind, version)
        .getBytes(StandardCharsets.UTF_8);
  }
}
