package io.agentportal.bridge;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccess;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The number that a message goes out from, with the token that may use it.
@Component
class SendingNumbers {
  private final Connections connections;
  private final Vault vault;

  SendingNumbers(Connections connections, Vault vault) {
    this.connections = connections;
    this.vault = vault;
  }

  /// By the number that the conversation is at; by the tenant's own where that one is not ours.
  Optional<WhatsAppAccess> find(TenantId tenant, String phoneNumberId) {
    Optional<WhatsAppConnection> connection =
        connections.whatsApp(tenant, phoneNumberId).or(() -> connections.whatsApp(tenant));
    Optional<SecretText> token = vault.find(tenant, CredentialKind.WHATSAPP_TOKEN);
    return connection.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new WhatsAppAccess(connection.get().phoneNumberId(), token.get()));
  }
}
