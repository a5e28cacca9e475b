package io.agentportal.credentials;

import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Gives each tenant the sealer with its own data key.
@Component
class TenantSealers {
  private final CredentialStore store;
  private final Sealer master;
  private final Clock clock;

  TenantSealers(CredentialStore store, Sealer master, Clock clock) {
    this.store = store;
    this.master = master;
    this.clock = clock;
  }

  /// For writing: makes the tenant's key if it has none, and holds it until the transaction ends.
  TenantSealer lock(TenantId tenantId) {
    if (store.findKey(tenantId).isEmpty()) {
      store.insertKeyIfAbsent(tenantId, master.newSealedKey(context(tenantId)), clock.instant());
    }
    return sealer(tenantId, store.lockKey(tenantId).orElseThrow());
  }

  /// For reading what is there.
  TenantSealer get(TenantId tenantId) {
    return sealer(tenantId, store.findKey(tenantId).orElseThrow());
  }

  private TenantSealer sealer(TenantId tenantId, byte[] sealedKey) {
    return new TenantSealer(tenantId, master.withSealedKey(sealedKey, context(tenantId)));
  }

  static byte[] context(TenantId tenantId) {
    return ("tenant-key|" + tenantId).getBytes(StandardCharsets.UTF_8);
  }
}
