package io.agentportal.media;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysDownloads;
import io.agentportal.platform.client.FileOutcome;
import io.agentportal.platform.client.FileOutcome.Later;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppMedia;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Fetches from whichever partner has the file, with the tenant's own credentials.
@Component
class FileSources {
  private static final Later NOT_CONNECTED = new Later("The partner is not connected yet.");

  private final WhatsAppMedia meta;
  private final GenesysDownloads genesys;
  private final Connections connections;
  private final Vault vault;

  FileSources(WhatsAppMedia meta, GenesysDownloads genesys, Connections connections, Vault vault) {
    this.meta = meta;
    this.genesys = genesys;
    this.connections = connections;
    this.vault = vault;
  }

  FileOutcome fetch(MediaFile file, Path into, long maxBytes) {
    ExpectedFile announced = file.announced();
    if (announced.fromCustomer()) {
      return whatsApp(file.tenantId(), announced.phoneNumberId())
          .map(access -> meta.download(access, announced.source(), into, maxBytes))
          .orElse(NOT_CONNECTED);
    }
    return genesys(file.tenantId())
        .map(access -> genesys.download(access, announced.source(), into, maxBytes))
        .orElse(NOT_CONNECTED);
  }

  private Optional<WhatsAppAccess> whatsApp(TenantId tenant, String phoneNumberId) {
    Optional<SecretText> token = vault.find(tenant, CredentialKind.WHATSAPP_TOKEN);
    return connections
        .whatsApp(tenant, phoneNumberId)
        .or(() -> connections.whatsApp(tenant))
        .map(WhatsAppConnection::phoneNumberId)
        .flatMap(number -> token.map(each -> new WhatsAppAccess(number, each)));
  }

  private Optional<GenesysAccess> genesys(TenantId tenant) {
    Optional<GenesysConnection> connection = connections.genesys(tenant);
    Optional<SecretText> secret = vault.find(tenant, CredentialKind.GENESYS_CLIENT_SECRET);
    return connection.flatMap(
        found -> secret.map(each -> new GenesysAccess(found.region(), found.clientId(), each)));
  }
}
