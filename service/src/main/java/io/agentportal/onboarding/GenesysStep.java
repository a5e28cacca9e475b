package io.agentportal.onboarding;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.genesys.GenesysRegions;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Step 2: the machine client in the tenant's Genesys organisation.
@Component
class GenesysStep {
  private static final int MIN_CLIENT_ID = 10;
  private static final int MIN_SECRET = 20;
  private static final String SECRET_PROBLEM = "Client secret is required";

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
  record Checked(GenesysAccess access, String environment, boolean replaced) {

    JsonNode section() {
      return PartnerJson.object()
          .put("clientId", access.clientId())
          .put("region", access.region())
          .put("environment", environment);
    }
  }

  /// Validates, then asks Genesys whose client it is. Outside of any transaction.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `GENESYS_UNAVAILABLE`
  Checked check(TenantId tenantId, JsonNode data) {
    var section = new FormSection("genesys", data);
    String clientId =
        section.text("clientId", id -> id.length() >= MIN_CLIENT_ID, "Invalid client ID format");
    String region =
        section.text("region", id -> regions.known(id).isPresent(), "Choose a Genesys region");
    String environment =
        section.text(
            "environment", Set.of("production", "test")::contains, "Choose production or test");
    Optional<SecretText> entered = section.secret("clientSecret", MIN_SECRET, SECRET_PROBLEM);
    Optional<SecretText> secret = entered.or(() -> stored(tenantId, clientId, region));
    if (secret.isEmpty()) {
      section.problem("clientSecret", SECRET_PROBLEM);
    }
    section.check();
    var access = new GenesysAccess(region, clientId, secret.orElseThrow());
    checkOrganization(tenantId, access);
    return new Checked(access, environment, entered.isPresent());
  }

  /// Keeps the connection, in the caller's transaction.
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
        connections.genesys(tenantId).filter(c -> c.region().equals(access.region()));
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

  private void checkOrganization(TenantId tenantId, GenesysAccess access) {
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
