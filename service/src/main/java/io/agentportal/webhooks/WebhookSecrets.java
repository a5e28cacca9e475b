package io.agentportal.webhooks;

import io.agentportal.credentials.AcceptedSecret;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// The secrets that calls to an address may be signed with, the current one first.
///
/// Tenants that have signed a call here are asked for directly. All others share a few places, so
/// that a flood of made-up tenant ids cannot take the database's connections from anybody.
@Component
class WebhookSecrets {
  private static final int PLACES_FOR_STRANGERS = 2;
  private static final int WAIT_FOR_A_PLACE_MILLIS = 5_000;

  private final Vault vault;
  private final List<SecretText> sharedSecrets;
  private final List<SecretText> sharedVerifyTokens;
  private final Set<TenantId> trusted = ConcurrentHashMap.newKeySet();
  private final Semaphore strangers = new Semaphore(PLACES_FOR_STRANGERS);

  WebhookSecrets(Vault vault, SharedMetaApp sharedApp) {
    this.vault = vault;
    this.sharedSecrets = sharedApp.secrets();
    this.sharedVerifyTokens = sharedApp.verifyTokens();
  }

  /// Empty: nobody that we know is called at that address.
  List<SecretText> signing(WebhookAddress address) throws CrowdedException {
    TenantId tenant = address.tenantId();
    if (tenant == null) {
      return sharedSecrets;
    }
    return switch (address.source()) {
      case META -> accepted(tenant, CredentialKind.WHATSAPP_APP_SECRET);
      case GENESYS -> accepted(tenant, CredentialKind.GENESYS_WEBHOOK_SECRET);
    };
  }

  /// What Meta may show when it verifies the address.
  List<SecretText> verifyTokens(WebhookAddress address) throws CrowdedException {
    TenantId tenant = address.tenantId();
    return tenant == null ? sharedVerifyTokens : accepted(tenant, CredentialKind.META_VERIFY_TOKEN);
  }

  /// A call to that address was genuine.
  void trust(WebhookAddress address) {
    if (address.tenantId() != null) {
      trusted.add(address.tenantId());
    }
  }

  private List<SecretText> accepted(TenantId tenant, CredentialKind kind) throws CrowdedException {
    if (trusted.contains(tenant)) {
      return lookUp(tenant, kind);
    }
    try {
      if (!strangers.tryAcquire(WAIT_FOR_A_PLACE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new CrowdedException();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CrowdedException();
    }
    try {
      return lookUp(tenant, kind);
    } finally {
      strangers.release();
    }
  }

  private List<SecretText> lookUp(TenantId tenant, CredentialKind kind) {
    return vault.accepted(tenant, kind).stream().map(AcceptedSecret::secret).toList();
  }

  /// Too many calls ask for tenants that nobody has heard of.
  static final class CrowdedException extends Exception {
    private static final long serialVersionUID = 1;

    private CrowdedException() {
      super("too many look-ups of unknown tenants");
    }
  }
}
