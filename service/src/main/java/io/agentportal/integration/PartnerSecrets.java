package io.agentportal.integration;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The secrets that we make up and the partners keep.
@Component
class PartnerSecrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;
  private final String sharedAppSecret;

  PartnerSecrets(Vault vault, @Value("${portal.meta.app-secret:}") String sharedAppSecret) {
    this.vault = vault;
    this.sharedAppSecret = sharedAppSecret;
  }

  /// The secret of the Meta app that tenants share; empty: there is none.
  Optional<SecretText> ofSharedApp() {
    return sharedAppSecret.isEmpty()
        ? Optional.empty()
        : Optional.of(SecretText.of(sharedAppSecret));
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
