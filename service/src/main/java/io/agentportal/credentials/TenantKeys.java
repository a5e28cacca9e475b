package io.agentportal.credentials;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.crypto.MasterSealed;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals the data keys of all tenants anew when the master key is replaced. The keys themselves
/// stay, and with them every secret.
@Component
class TenantKeys implements MasterSealed {
  private final CredentialStore store;
  private final Sealer master;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  TenantKeys(
      CredentialStore store, Sealer master, AuditTrail audit, TransactionTemplate transactions) {
    this.store = store;
    this.master = master;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public int resealAcrossTenants() {
    List<TenantId> tenants = store.keyedAcrossTenants();
    tenants.forEach(tenant -> transactions.executeWithoutResult(_ -> reseal(tenant)));
    return tenants.size();
  }

  private void reseal(TenantId tenantId) {
    byte[] sealedKey = store.lockKey(tenantId).orElseThrow();
    store.updateKey(tenantId, master.resealedKey(sealedKey, TenantSealers.context(tenantId)));
    audit.record(new AuditEvent(tenantId, "system", "tenant-key.resealed", "tenant:" + tenantId));
  }
}
