package io.agentportal.onboarding;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.genesys.GenesysRegions;
import io.agentportal.genesys.OpenIntegration;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Step 2: the machine client in the tenant's Genesys organisation.
@Component
class GenesysStep {
  private static final String SECRET = "clientSecret";

  private final GenesysRegions regions;
  private final GenesysIntegrations genesys;
  private final Tenants tenants;
  private final Connections connections;
  private final Vault vault;

  GenesysStep(
      GenesysRegions regions,
      GenesysIntegrations genesys,
      Tenants tenants,
      Connections connections,
      Vault vault) {
    this.regions = regions;
    this.genesys = genesys;
    this.tenants = tenants;
    this.connections = connections;
    this.vault = vault;
  }

  /// What was entered and holds at Genesys.
  ///
  /// @param replaced whether the secret has to be stored
  /// @param choice what to use in the organisation
  record Checked(GenesysAccess access, String environment, boolean replaced, Choice choice) {

    JsonNode section() {
      ObjectNode section =
          PartnerJson.object()
              .put("clientId", access.clientId())
              .put("region", access.region())
              .put("environment", environment);
      return section
          .put("integrationId", choice.integration().map(OpenIntegration::id).orElse(null))
          .put("flowId", choice.flowId().orElse(null));
    }
  }

  /// @param integration empty: one is made when the webhooks are deployed
  /// @param flowId of the inbound message flow that gets the messages; empty: set in Genesys
  record Choice(Optional<OpenIntegration> integration, Optional<String> flowId) {}

  /// Validates, then asks Genesys whose client it is. Outside of any transaction.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `GENESYS_UNAVAILABLE`
  Checked check(TenantId tenantId, JsonNode data) {
    var section = FormSection.complete(StepRules.GENESYS, data);
    GenesysAccess access = access(tenantId, section);
    checkOrganization(tenantId, access);
    Optional<OpenIntegration> integration =
        section.optional("integrationId").flatMap(id -> genesys.find(access, id));
    if (section.optional("integrationId").isPresent() && integration.isEmpty()) {
      section.problem(
          "integrationId", "Your organisation has no Open Messaging integration of that id");
    }
    section.check();
    return new Checked(
        access,
        section.text("environment"),
        section.secret(SECRET).isPresent(),
        new Choice(integration, section.optional("flowId")));
  }

  /// The machine client that is entered; an empty secret stands for the stored one, if that is of
  /// the same client.
  ///
  /// @throws PortalException `VALIDATION_FAILED`
  GenesysAccess access(TenantId tenantId, FormSection section) {
    String clientId = section.text("clientId");
    String region = section.text("region");
    if (!region.isEmpty() && regions.known(region).isEmpty()) {
      section.problem("region");
    }
    Optional<SecretText> secret =
        section.secret(SECRET).or(() -> stored(tenantId, clientId, region));
    if (secret.isEmpty()) {
      section.problem(SECRET);
    }
    section.check();
    return new GenesysAccess(region, clientId, secret.orElseThrow());
  }

  /// Keeps the connection, in the caller's transaction. The integration is the deployment's to set,
  /// once Genesys calls us through it.
  void store(TenantId tenantId, Checked checked) {
    GenesysAccess access = checked.access();
    if (checked.replaced()
        && !vault
            .find(tenantId, CredentialKind.GENESYS_CLIENT_SECRET)
            .equals(Optional.of(access.clientSecret()))) {
      vault.store(
          tenantId, CredentialKind.GENESYS_CLIENT_SECRET, access.clientSecret(), null, true);
    }
    Optional<GenesysConnection> before =
        connections
            .genesys(tenantId)
            .filter(c -> c.region().equals(access.region()))
            .filter(c -> c.clientId().equals(access.clientId()));
    connections.saveGenesys(
        new GenesysConnection(
            tenantId,
            access.region(),
            access.clientId(),
            before.map(GenesysConnection::integrationId).orElse(""),
            before.map(GenesysConnection::integrationName).orElse("")));
  }

  /// The stored secret, if it is the one of this client.
  private Optional<SecretText> stored(TenantId tenantId, String clientId, String region) {
    return connections
        .genesys(tenantId)
        .filter(known -> known.clientId().equals(clientId) && known.region().equals(region))
        .flatMap(_ -> vault.find(tenantId, CredentialKind.GENESYS_CLIENT_SECRET));
  }

  /// @throws PortalException `PARTNER_REFUSED` if the client is of another organisation than the
  ///   admin
  void checkOrganization(TenantId tenantId, GenesysAccess access) {
    String organization = genesys.organizationOf(access);
    if (!organization.equalsIgnoreCase(tenants.find(tenantId).genesysOrgId())) {
      throw new PortalException(
          ErrorCode.PARTNER_REFUSED,
          "This machine client belongs to another Genesys organisation than yours. Create one in"
              + " the organisation you signed in with.",
          Map.of("partner", "genesys", "partnerCode", "other-organization"));
    }
  }
}
