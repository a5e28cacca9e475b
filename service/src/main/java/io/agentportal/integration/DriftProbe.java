package io.agentportal.integration;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysDiagnosis;
import io.agentportal.genesys.GenesysDiagnosis.Grant;
import io.agentportal.genesys.GenesysDiagnosis.Integration;
import io.agentportal.integration.checks.Shown;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.Subscription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Compares what the partners have with what was deployed there. Empty: the partner did not tell.
@Component
class DriftProbe {
  private final Connections connections;
  private final Vault vault;
  private final WebhookDeployment deployment;
  private final DeploymentState state;
  private final Partners partners;
  private final Clock clock;

  DriftProbe(
      Connections connections,
      Vault vault,
      WebhookDeployment deployment,
      DeploymentState state,
      Partners partners,
      Clock clock) {
    this.connections = connections;
    this.vault = vault;
    this.deployment = deployment;
    this.state = state;
    this.partners = partners;
    this.clock = clock;
  }

  /// Who is asked.
  @Component
  record Partners(GenesysDiagnosis genesys, MetaDiagnosis meta, WhatsAppAccounts accounts) {}

  Optional<List<Drift>> genesys(TenantId tenantId) {
    Optional<GenesysConnection> connection = connections.genesys(tenantId);
    if (connection.isEmpty() || !state.genesys(tenantId).deployed()) {
      return Optional.of(List.of());
    }
    var access =
        new GenesysAccess(
            connection.get().region(),
            connection.get().clientId(),
            vault.current(tenantId, CredentialKind.GENESYS_CLIENT_SECRET));
    if (!(partners.genesys().token(access) instanceof PartnerAnswer.Found<Grant>(var grant))) {
      return Optional.empty();
    }
    String id = connection.get().integrationId();
    return switch (partners.genesys().integration(grant.session(), id)) {
      case PartnerAnswer.Found<Integration>(var integration) ->
          Optional.of(compared(tenantId, integration));
      case PartnerAnswer.Refused<Integration>(var status, _, _) when status == 404 ->
          Optional.of(List.of(drift("genesys", "integration", id, "none of that ID")));
      case PartnerAnswer.Refused<Integration> _, PartnerAnswer.Unavailable<Integration> _ ->
          Optional.empty();
    };
  }

  Optional<List<Drift>> meta(TenantId tenantId) {
    Optional<WhatsAppConnection> connection = connections.whatsApp(tenantId);
    if (connection.isEmpty() || !state.meta(tenantId).deployed()) {
      return Optional.of(List.of());
    }
    SecretText token = vault.current(tenantId, CredentialKind.WHATSAPP_TOKEN);
    List<Subscription> subscriptions;
    try {
      subscriptions = partners.accounts().subscriptions(token, connection.get().wabaId());
    } catch (PortalException _) {
      return Optional.empty();
    }
    String appId = String.valueOf(connection.get().appId());
    if (subscriptions.stream().noneMatch(each -> each.appId().equals(appId))) {
      return Optional.of(
          List.of(drift("meta", "subscription", "app " + appId, "the app is not subscribed")));
    }
    return switch (partners.meta().number(token, connection.get().phoneNumberId())) {
      case PartnerAnswer.Found<MetaDiagnosis.NumberFacts>(var number) ->
          Optional.of(compared(tenantId, number));
      case PartnerAnswer.Refused<MetaDiagnosis.NumberFacts> _,
          PartnerAnswer.Unavailable<MetaDiagnosis.NumberFacts> _ ->
          Optional.empty();
    };
  }

  private List<Drift> compared(TenantId tenantId, Integration integration) {
    List<Drift> found = new ArrayList<>();
    String url = deployment.urls(tenantId).genesys();
    if (!integration.webhookUrl().equals(url)) {
      found.add(drift("genesys", "url", url, Shown.address(integration.webhookUrl())));
    }
    SecretText secret = integration.secret();
    if (secret != null
        && !secret.equals(vault.current(tenantId, CredentialKind.GENESYS_WEBHOOK_SECRET))) {
      found.add(drift("genesys", "secret", "this portal's secret", "another secret"));
    }
    if (!integration.status().isEmpty() && !"active".equalsIgnoreCase(integration.status())) {
      found.add(drift("genesys", "status", "active", integration.status()));
    }
    return found;
  }

  private List<Drift> compared(TenantId tenantId, MetaDiagnosis.NumberFacts number) {
    String url = deployment.urls(tenantId).meta();
    if (!number.isComplete() || url.equals(number.callback())) {
      return List.of();
    }
    String callback = number.callback();
    return List.of(
        drift("meta", "callback", url, callback == null ? "nobody" : Shown.address(callback)));
  }

  private Drift drift(String partner, String what, String expected, String found) {
    return new Drift(partner, what, expected, found, clock.instant());
  }
}
