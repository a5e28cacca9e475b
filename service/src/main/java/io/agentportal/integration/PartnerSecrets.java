package io.agentportal.integration;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// The secrets that we make up and the partners keep.
@Component
class PartnerSecrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;

  PartnerSecrets(Vault vault) {
    this.vault = vault;
  }

  /// The tenant's secret of that kind; made and committed now if there is none, so that it is never
  /// lost between the partner's "yes" and ours.
  SecretText findOrMake(TenantId tenantId, CredentialKind kind) {
    return vault
        .find(tenantId, kind)
        .orElseGet(() -> {
          SecretText made = make();
          vault.store(tenantId, kind, made, null, true);
          return made;
        });
  }

  private SecretText make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return SecretText.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
