package io.agentportal.settings.rotation;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.integration.WebhookDeployment;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives a new webhook secret to the tenant's integration at Genesys.
@Component
class GenesysPush {
  private static final Logger log = LoggerFactory.getLogger(GenesysPush.class);
  private static final int ATTEMPTS = 2;

  private final Connections connections;
  private final Vault vault;
  private final GenesysIntegrations integrations;
  private final WebhookDeployment webhooks;

  GenesysPush(
      Connections connections,
      Vault vault,
      GenesysIntegrations integrations,
      WebhookDeployment webhooks) {
    this.connections = connections;
    this.vault = vault;
    this.integrations = integrations;
    this.webhooks = webhooks;
  }

  /// True if Genesys has it. False if there is no integration, or if Genesys does not answer: then
  /// it may have it or not.
  ///
  /// @throws PortalException `PARTNER_REFUSED`: it certainly does not have it
  boolean push(TenantId tenantId, SecretText secret) {
    Optional<GenesysConnection> connection =
        connections.genesys(tenantId).filter(each -> !each.integrationId().isEmpty());
    if (connection.isEmpty()) {
      return false;
    }
    var access =
        new GenesysAccess(
            connection.get().region(),
            connection.get().clientId(),
            vault.current(tenantId, CredentialKind.GENESYS_CLIENT_SECRET));
    // Setting the same secret twice does no harm.
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (update(access, connection.get(), secret)) {
        return true;
      }
    }
    return false;
  }

  private boolean update(GenesysAccess access, GenesysConnection connection, SecretText secret) {
    try {
      integrations.update(
          access,
          connection.integrationId(),
          connection.integrationName(),
          webhooks.urls(connection.tenantId()).genesys(),
          secret);
      return true;
    } catch (PortalException failure) {
      if (failure.code() == ErrorCode.PARTNER_REFUSED) {
        throw failure;
      }
      log.info("Genesys was not told a new webhook secret tenant={}", connection.tenantId());
      return false;
    }
  }
}
