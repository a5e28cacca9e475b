package io.agentportal.integration;

import static io.agentportal.integration.DeploymentStep.error;
import static io.agentportal.integration.DeploymentStep.success;
import static io.agentportal.integration.DeploymentStep.warning;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.genesys.OpenIntegration;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.PortalException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Creates the Open Messaging integration in the tenant's Genesys organisation, or brings the one
/// that is there up to date.
@Component
class GenesysDeployment {
  private static final String NAME = "Agent Portal";
  private static final String STEP = "genesys-integration";
  private static final String FLOW_STEP = "genesys-flow";
  private static final Duration CREATION_POLL = Duration.ofSeconds(1);
  private static final int CREATION_POLLS = 60;
  private static final String FLOW_ADVICE =
      "In Genesys, open Admin > Message routing and give the recipient \"Agent Portal\" an inbound"
          + " message flow; without one no message reaches an agent.";

  private final GenesysIntegrations integrations;
  private final Connections connections;
  private final Vault vault;
  private final PartnerSecrets secrets;

  GenesysDeployment(
      GenesysIntegrations integrations,
      Connections connections,
      Vault vault,
      PartnerSecrets secrets) {
    this.integrations = integrations;
    this.connections = connections;
    this.vault = vault;
    this.secrets = secrets;
  }

  List<DeploymentStep> deploy(GenesysConnection connection, String webhookUrl) {
    var access =
        new GenesysAccess(
            connection.region(),
            connection.clientId(),
            vault.current(connection.tenantId(), CredentialKind.GENESYS_CLIENT_SECRET));
    SecretText secret =
        secrets.findOrMake(connection.tenantId(), CredentialKind.GENESYS_WEBHOOK_SECRET);
    try {
      Optional<OpenIntegration> existing = existing(access, connection);
      OpenIntegration integration =
          existing.isPresent()
              ? existing.get()
              : integrations.create(access, NAME, webhookUrl, secret);
      remember(connection, integration);
      OpenIntegration ready = awaitCreation(access, integration);
      if (ready.problem() != null) {
        return List.of(
            error(
                STEP,
                "Genesys could not create the integration: " + ready.problem(),
                "Delete the integration \"Agent Portal\" in Genesys and deploy again."));
      }
      if (!ready.ready()) {
        return List.of(
            error(
                STEP,
                "Genesys has not finished creating the integration within a minute.",
                "Deploy again in a moment; it goes on where it stopped."));
      }
      if (existing.isPresent()) {
        integrations.update(access, ready.id(), NAME, webhookUrl, secret);
      }
      String done = existing.isPresent() ? "was brought up to date" : "was created";
      return List.of(
          success(STEP, "The integration \"Agent Portal\" " + done + "."), flow(access, ready));
    } catch (PortalException failure) {
      return List.of(error(STEP, String.valueOf(failure.getMessage()), advice(failure)));
    }
  }

  /// By its stored id, or by name where that is unknown: after a crash, or a restored database.
  private Optional<OpenIntegration> existing(GenesysAccess access, GenesysConnection connection) {
    return Optional.of(connection.integrationId())
        .filter(id -> !id.isEmpty())
        .flatMap(id -> integrations.find(access, id))
        .or(() ->
            integrations.list(access).stream()
                .filter(each -> NAME.equals(each.name()))
                .findFirst());
  }

  private void remember(GenesysConnection connection, OpenIntegration integration) {
    if (!integration.id().equals(connection.integrationId())) {
      connections.saveGenesys(
          new GenesysConnection(
              connection.tenantId(),
              connection.region(),
              connection.clientId(),
              integration.id(),
              NAME));
    }
  }

  private OpenIntegration awaitCreation(GenesysAccess access, OpenIntegration integration) {
    OpenIntegration seen = integration;
    for (int i = 0; i < CREATION_POLLS && !seen.ready() && seen.problem() == null; i++) {
      try {
        Thread.sleep(CREATION_POLL);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return seen;
      }
      seen = integrations.find(access, integration.id()).orElse(seen);
    }
    return seen;
  }

  private DeploymentStep flow(GenesysAccess access, OpenIntegration integration) {
    Optional<Boolean> hasFlow =
        Optional.ofNullable(integration.recipientId())
            .flatMap(id -> integrations.hasFlow(access, id));
    if (hasFlow.isEmpty()) {
      return warning(
          FLOW_STEP,
          "Whether messages go to a flow cannot be seen without the permission"
              + " routing:message:manage.",
          FLOW_ADVICE);
    }
    return hasFlow.get()
        ? success(FLOW_STEP, "Messages go to an inbound message flow.")
        : warning(FLOW_STEP, "The integration has no inbound message flow yet.", FLOW_ADVICE);
  }

  private static String advice(PortalException failure) {
    return switch (failure.code()) {
      case PARTNER_REFUSED ->
          "Check the machine client: region, id, secret, and a role with"
              + " messaging:integration:view, :add and :edit.";
      default -> "Try again in a moment.";
    };
  }
}
