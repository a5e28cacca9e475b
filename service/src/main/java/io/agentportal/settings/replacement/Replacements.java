package io.agentportal.settings.replacement;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialHistory;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.NewSecret;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces credentials: the new one is tested at the partner, then takes over in one step. The one
/// before stays sealed for a return to it.
@Service
class Replacements {
  private final PartnerTests tests;
  private final Vault vault;
  private final CredentialHistory history;
  private final Connections connections;
  private final Writing writing;

  Replacements(
      PartnerTests tests,
      Vault vault,
      CredentialHistory history,
      Connections connections,
      Writing writing) {
    this.tests = tests;
    this.vault = vault;
    this.history = history;
    this.connections = connections;
    this.writing = writing;
  }

  /// What a change needs besides the vault.
  @Service
  record Writing(AuditTrail audit, TransactionTemplate transactions, Clock clock) {}

  /// @param account a new Genesys client id; null: as before
  /// @param lastWord called between test and change; throws to stop it
  /// @throws PortalException as [PartnerTests]
  void replace(
      TenantId tenantId,
      CredentialType type,
      SecretText secret,
      @Nullable String account,
      Runnable lastWord) {
    NewSecret tested = tests.test(tenantId, type, secret, account);
    lastWord.run();
    writing.transactions().executeWithoutResult(_ -> store(tenantId, type, tested));
  }

  /// Brings the version before back, if it still works at the partner.
  ///
  /// @throws PortalException `NOTHING_TO_ROLL_BACK`, and as [PartnerTests]
  void rollBack(Caller caller, CredentialType type, Runnable lastWord) {
    TenantId tenantId = caller.tenantId();
    CredentialHistory.Kept kept =
        history
            .previous(tenantId, type.kind())
            .orElseThrow(() ->
                new PortalException(ErrorCode.NOTHING_TO_ROLL_BACK, "No earlier version is kept."));
    NewSecret tested = tests.test(tenantId, type, kept.secret(), accountOf(type, kept));
    lastWord.run();
    writing
        .transactions()
        .executeWithoutResult(_ -> {
          store(tenantId, type, tested);
          writing
              .audit()
              .record(
                  new AuditEvent(
                      tenantId,
                      caller.displayName(),
                      "credential.rolled-back",
                      "credential:" + type.wireName(),
                      Map.of("toVersion", kept.version())));
        });
  }

  /// Asks the partner anew about a stored credential and keeps what it says.
  void check(TenantId tenantId, CredentialType type) {
    Optional<SecretText> current = vault.find(tenantId, type.kind());
    if (current.isEmpty()) {
      return;
    }
    NewSecret known;
    try {
      known = tests.test(tenantId, type, current.get(), null);
    } catch (PortalException failure) {
      if (failure.code() != ErrorCode.CREDENTIAL_REFUSED) {
        throw failure;
      }
      known =
          new NewSecret(
              current.get(),
              writing.clock().instant(),
              false,
              null,
              List.of(String.valueOf(failure.getMessage())));
    }
    vault.store(tenantId, type.kind(), known);
  }

  private void store(TenantId tenantId, CredentialType type, NewSecret tested) {
    vault.store(tenantId, type.kind(), tested);
    if (type == CredentialType.GENESYS_CLIENT) {
      connections
          .genesys(tenantId)
          .filter(connection -> !connection.clientId().equals(tested.account()))
          .ifPresent(connection -> connections.saveGenesys(withClient(connection, tested)));
    }
  }

  private static GenesysConnection withClient(GenesysConnection connection, NewSecret tested) {
    return new GenesysConnection(
        connection.tenantId(),
        connection.region(),
        String.valueOf(tested.account()),
        connection.integrationId(),
        connection.integrationName());
  }

  private static @Nullable String accountOf(CredentialType type, CredentialHistory.Kept kept) {
    return type == CredentialType.GENESYS_CLIENT ? kept.account() : null;
  }
}
