package io.agentportal.integration;

import static io.agentportal.integration.DeployStep.Instruction.copy;
import static io.agentportal.integration.DeployStep.Instruction.read;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.genesys.OpenIntegration;
import io.agentportal.integration.DeployStep.Instruction;
import io.agentportal.integration.DeploymentChoice.Choice;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.PortalException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Creates the Open Messaging integration in the tenant's Genesys organisation, or brings the one
/// that is there up to date.
@Component
class GenesysDeployment {
  static final String INTEGRATION = "genesys-integration";
  static final String WEBHOOK = "genesys-webhook";
  static final String FLOW = "genesys-flow";
  private static final String NAME = "Agent Portal";
  private static final Duration CREATION_POLL = Duration.ofSeconds(1);
  private static final int CREATION_POLLS = 60;
  private static final String ADVICE =
      "Check the machine client: region, ID, secret, and a role with messaging:integration:view,"
          + " :add and :edit.";

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

  /// An integration and whether it was made just now.
  private record Target(OpenIntegration integration, boolean isNew) {}

  void deploy(GenesysConnection connection, Choice choice, String url, DeployReport report) {
    GenesysAccess access = access(connection);
    SecretText secret =
        secrets.findOrMake(connection.tenantId(), CredentialKind.GENESYS_WEBHOOK_SECRET);
    String step = INTEGRATION;
    try {
      report.running(step, "Looking for the integration.");
      Target target = target(access, connection, choice, url, secret);
      OpenIntegration ready = awaitCreation(access, target.integration(), report);
      if (ready.problem() != null || !ready.ready()) {
        report.failed(step, problem(ready), url, List.of(read("What to do", mend(ready))));
        return;
      }
      report.done(
          step,
          "The integration \"" + ready.name() + "\" " + (target.isNew() ? "was made." : "is used."),
          url,
          target.isNew() || isStillOurs(connection, ready, report));
      step = WEBHOOK;
      report.running(step, "Setting address and secret.");
      if (!target.isNew()) {
        integrations.update(access, ready.id(), ready.name(), url, secret);
      }
      remember(connection, ready);
      report.done(step, "Genesys calls this portal and signs with its secret.", url, false);
      flow(access, ready, choice, url, report);
    } catch (PortalException failure) {
      if (isForbidden(failure)) {
        report.manual(step, "The machine client may not do it.", url, byHand(url, secret));
        return;
      }
      report.failed(step, failure, url, ADVICE);
    }
  }

  private static boolean isStillOurs(
      GenesysConnection connection, OpenIntegration integration, DeployReport report) {
    return report.wasMade(INTEGRATION)
        && (connection.integrationId().isEmpty()
            || connection.integrationId().equals(integration.id()));
  }

  /// What a person has to enter in Genesys where we may not.
  List<Instruction> byHand(String url, SecretText secret) {
    return List.of(
        read("Where", "Genesys: Admin > Message > Platforms > Open Messaging"),
        copy("Name", NAME),
        copy("Outbound notification webhook URL", url),
        copy("Outbound notification webhook signature secret token", secret.reveal()),
        read("Then", "Choose the integration in step 2 and deploy again."),
        read(
            "Or",
            "Give the client's role messaging:integration:view, :add and :edit, and deploy"
                + " again."));
  }

  /// Removes what we made; what was there before is left to its owner.
  void undo(GenesysConnection connection, boolean madeByUs, DeployReport report) {
    report.running(INTEGRATION, "Removing the integration.");
    try {
      if (madeByUs && !connection.integrationId().isEmpty()) {
        integrations.delete(access(connection), connection.integrationId());
      }
      connections.saveGenesys(with(connection, "", ""));
      report.undone(WEBHOOK, "Genesys does not call this portal any more.");
      report.undone(FLOW, "");
      report.undone(
          INTEGRATION,
          madeByUs
              ? "The integration was removed."
              : "The integration was there before. Give it another address in Genesys, or delete"
                  + " it there.");
    } catch (PortalException failure) {
      report.failed(INTEGRATION, failure, "", "Delete the integration in Genesys by hand.");
    }
  }

  private GenesysAccess access(GenesysConnection connection) {
    return new GenesysAccess(
        connection.region(),
        connection.clientId(),
        vault.current(connection.tenantId(), CredentialKind.GENESYS_CLIENT_SECRET));
  }

  /// The one that was chosen, else the one in use, else one that calls us already (after a crash,
  /// or with a restored database), else a new one.
  private Target target(
      GenesysAccess access,
      GenesysConnection connection,
      Choice choice,
      String url,
      SecretText secret) {
    Optional<OpenIntegration> found =
        choice
            .integrationId()
            .flatMap(id -> integrations.find(access, id))
            .or(() ->
                Optional.of(connection.integrationId())
                    .filter(id -> !id.isEmpty())
                    .flatMap(id -> integrations.find(access, id)));
    if (found.isPresent()) {
      return new Target(found.get(), false);
    }
    List<OpenIntegration> all = integrations.list(access);
    Optional<OpenIntegration> ours =
        all.stream().filter(each -> url.equals(each.webhookUrl())).findFirst();
    if (ours.isPresent()) {
      return new Target(ours.get(), false);
    }
    boolean isTaken = all.stream().anyMatch(each -> NAME.equals(each.name()));
    String name = isTaken ? NAME + " (" + URI.create(url).getHost() + ")" : NAME;
    return new Target(integrations.create(access, name, url, secret), true);
  }

  private OpenIntegration awaitCreation(
      GenesysAccess access, OpenIntegration integration, DeployReport report) {
    OpenIntegration seen = integration;
    for (int i = 0; i < CREATION_POLLS && !seen.ready() && seen.problem() == null; i++) {
      report.waiting(INTEGRATION, "Genesys is creating the integration.");
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

  private static String problem(OpenIntegration integration) {
    return integration.problem() == null
        ? "Genesys has not finished creating the integration within a minute."
        : "Genesys could not create the integration: " + integration.problem();
  }

  private static String mend(OpenIntegration integration) {
    return integration.problem() == null
        ? "Deploy again in a moment; it goes on where it stopped."
        : "Delete the integration \"" + integration.name() + "\" in Genesys and deploy again.";
  }

  private void remember(GenesysConnection connection, OpenIntegration integration) {
    if (!integration.id().equals(connection.integrationId())) {
      connections.saveGenesys(with(connection, integration.id(), integration.name()));
    }
  }

  private static GenesysConnection with(GenesysConnection connection, String id, String name) {
    return new GenesysConnection(
        connection.tenantId(), connection.region(), connection.clientId(), id, name);
  }

  private void flow(
      GenesysAccess access,
      OpenIntegration integration,
      Choice choice,
      String url,
      DeployReport report) {
    report.running(FLOW, "Looking where the messages go.");
    String recipientId = integration.recipientId();
    try {
      if (recipientId != null && choice.flowId().isPresent()) {
        integrations.route(access, recipientId, choice.flowId().get());
      }
      Optional<Boolean> hasFlow =
          Optional.ofNullable(recipientId).flatMap(id -> integrations.hasFlow(access, id));
      if (hasFlow.orElse(false)) {
        report.done(FLOW, "Messages go to an inbound message flow.", url, false);
        return;
      }
    } catch (PortalException failure) {
      if (!isForbidden(failure)) {
        report.failed(FLOW, failure, url, "Check the ID of the flow in step 2.");
        return;
      }
    }
    report.manual(
        FLOW,
        "No inbound message flow gets the messages yet, or we may not see it.",
        url,
        flowByHand(integration.name()));
  }

  static List<Instruction> flowByHand(String name) {
    return List.of(
        read("Where", "Genesys: Admin > Message routing"),
        copy("Recipient", name),
        read("What", "Give it an inbound message flow; without one no message reaches an agent."));
  }

  private static boolean isForbidden(PortalException failure) {
    String code = String.valueOf(failure.details().get("partnerCode"));
    return code.startsWith("missing.") || code.equals("not.authorized");
  }
}
