package io.agentportal.onboarding;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.Tenants;
import io.agentportal.integration.WebhookDeployment;
import io.agentportal.integration.WebhookUrls;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends the set-up once everything that messages need is there.
@Service
class OnboardingCompletion {
  private final OnboardingStore store;
  private final Vault vault;
  private final WebhookDeployment webhooks;
  private final Ending ending;
  private final boolean hasSharedMetaApp;

  OnboardingCompletion(
      OnboardingStore store,
      Vault vault,
      WebhookDeployment webhooks,
      Ending ending,
      @Value("${portal.meta.app-secret:}") String sharedAppSecret) {
    this.store = store;
    this.vault = vault;
    this.webhooks = webhooks;
    this.ending = ending;
    this.hasSharedMetaApp = !sharedAppSecret.isEmpty();
  }

  /// Completes the set-up; doing it again changes nothing.
  ///
  /// @throws PortalException `ONBOARDING_INCOMPLETE` with `details.missing`, any of `organization`,
  ///   `genesys`, `whatsapp`, `whatsapp.appSecret` and `webhooks`
  WebhookUrls complete(TenantId tenantId) {
    List<String> missing = missing(tenantId);
    if (!missing.isEmpty()) {
      throw new PortalException(
          ErrorCode.ONBOARDING_INCOMPLETE,
          "The set-up is not complete yet. Missing: " + String.join(", ", missing) + ".",
          Map.of("missing", missing));
    }
    ending.mark(tenantId);
    return webhooks.urls(tenantId);
  }

  private List<String> missing(TenantId tenantId) {
    List<Integer> done =
        store.find(tenantId).map(OnboardingStore.Progress::completedSteps).orElse(List.of());
    List<String> missing = new ArrayList<>();
    List<String> sections = List.of("organization", "genesys", "whatsapp");
    for (int step = 1; step <= sections.size(); step++) {
      if (!done.contains(step)) {
        missing.add(sections.get(step - 1));
      }
    }
    if (!hasSharedMetaApp && vault.find(tenantId, CredentialKind.WHATSAPP_APP_SECRET).isEmpty()) {
      missing.add("whatsapp.appSecret");
    }
    if (!webhooks.isDeployed(tenantId)) {
      missing.add("webhooks");
    }
    return missing;
  }

  /// The change and its audit entry, in one transaction.
  @Service
  static class Ending {
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    Ending(Tenants tenants, AuditTrail audit, Clock clock) {
      this.tenants = tenants;
      this.audit = audit;
      this.clock = clock;
    }

    @Transactional
    public void mark(TenantId tenantId) {
      if (tenants.find(tenantId).isOnboarded()) {
        return;
      }
      tenants.markOnboarded(tenantId, clock.instant());
      audit.record(
          new AuditEvent(tenantId, Actor.current(), "onboarding.completed", "tenant:" + tenantId));
    }
  }
}
