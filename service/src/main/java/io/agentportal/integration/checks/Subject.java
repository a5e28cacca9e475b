package io.agentportal.integration.checks;

import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.integration.WebhookUrls;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.util.Optional;

/// What is tested: one tenant's connection as it is stored, and what it should look like at the
/// partners.
///
/// @param organizationId the Genesys organisation that the tenant signed in with
/// @param urls the addresses that the partners should call
public record Subject(
    String organizationId, GenesysSide genesys, MetaSide meta, WebhookUrls urls, URI publicUrl) {

  /// @param loginUrl of the region
  /// @param integrationId empty: none is deployed yet
  /// @param webhookSecret that Genesys should sign with
  public record GenesysSide(
      GenesysAccess access, URI loginUrl, String integrationId, SecretText webhookSecret) {}

  /// @param appSecret of the tenant's app, or of the shared one; empty: nobody told it
  /// @param isDeployed whether Meta was told our address
  public record MetaSide(
      WhatsAppConnection connection,
      SecretText token,
      Optional<SecretText> appSecret,
      SecretText verifyToken,
      boolean isDeployed) {}

  /// Whether partners and portal are all on this machine: a demo with the sandbox.
  boolean isOnOneMachine() {
    return isLoopback(publicUrl) && isLoopback(genesys.loginUrl());
  }

  private static boolean isLoopback(URI uri) {
    String host = String.valueOf(uri.getHost());
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
