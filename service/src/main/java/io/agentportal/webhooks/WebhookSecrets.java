package io.agentportal.webhooks;

import io.agentportal.credentials.AcceptedSecret;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.SecretUse;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
  private final SecretUse uses;
  private final List<AcceptedSecret> sharedSecrets;
  private final List<SecretText> sharedVerifyTokens;
  private final Set<TenantId> trusted = ConcurrentHashMap.newKeySet();
  private final Semaphore strangers = new Semaphore(PLACES_FOR_STRANGERS);

  WebhookSecrets(Vault vault, SecretUse uses, SharedMetaApp sharedApp) {
    this.vault = vault;
    this.uses = uses;
    this.sharedSecrets = asAccepted(sharedApp.secrets());
    this.sharedVerifyTokens = sharedApp.verifyTokens();
  }

  /// Empty: nobody that we know is called at that address.
  List<AcceptedSecret> signing(WebhookAddress address) throws CrowdedException {
    TenantId tenant = address.tenantId();
    if (tenant == null) {
      return sharedSecrets;
    }
    return accepted(tenant, kind(address));
  }

  /// As [#signing] for a call that none of them has signed: another node may know a newer one.
  List<AcceptedSecret> signingNow(WebhookAddress address) {
    TenantId tenant = address.tenantId();
    return tenant == null ? sharedSecrets : vault.acceptedNow(tenant, kind(address));
  }

  /// A call to that address was signed with that secret.
  void used(WebhookAddress address, AcceptedSecret secret) {
    if (address.tenantId() != null) {
      trusted.add(address.tenantId());
      uses.note(address.tenantId(), kind(address), secret.version());
    }
  }

  /// What Meta may show when it verifies the address.
  List<SecretText> verifyTokens(WebhookAddress address) throws CrowdedException {
    TenantId tenant = address.tenantId();
    return tenant == null
        ? sharedVerifyTokens
        : accepted(tenant, CredentialKind.META_VERIFY_TOKEN).stream()
            .map(AcceptedSecret::secret)
            .toList();
  }

  private List<AcceptedSecret> accepted(TenantId tenant, CredentialKind kind)
      throws CrowdedException {
    if (trusted.contains(tenant)) {
      return vault.accepted(tenant, kind);
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
      return vault.accepted(tenant, kind);
    } finally {
      strangers.release();
    }
  }

  private static CredentialKind kind(WebhookAddress address) {
    return switch (address.source()) {
      case META -> CredentialKind.WHATSAPP_APP_SECRET;
      case GENESYS -> CredentialKind.GENESYS_WEBHOOK_SECRET;
    };
  }

  /// The first is the current one.
  private static List<AcceptedSecret> asAccepted(List<SecretText> secrets) {
    return IntStream.range(0, secrets.size())
        .mapToObj(i -> new AcceptedSecret(secrets.get(i), 0, i == 0 ? null : Instant.MAX, false))
        .toList();
  }

  /// Too many calls ask for tenants that nobody has heard of.
  static final class CrowdedException extends Exception {
    private static final long serialVersionUID = 1;

    private CrowdedException() {
      super("too many look-ups of unknown tenants");
    }
  }
}
