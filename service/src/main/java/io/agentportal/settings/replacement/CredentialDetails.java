package io.agentportal.settings.replacement;

import io.agentportal.credentials.CredentialHistory;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shows the stored credentials without their secrets.
@Component
public class CredentialDetails {
  private final Vault vault;
  private final CredentialHistory history;
  private final Clock clock;

  CredentialDetails(Vault vault, CredentialHistory history, Clock clock) {
    this.vault = vault;
    this.history = history;
    this.clock = clock;
  }

  /// Those the tenant has, in a fixed order.
  public List<CredentialDetail> all(TenantId tenantId) {
    return Arrays.stream(CredentialType.values())
        .flatMap(type -> find(tenantId, type).stream())
        .toList();
  }

  public Optional<CredentialDetail> find(TenantId tenantId, CredentialType type) {
    return vault
        .facts(tenantId, type.kind())
        .map(facts ->
            CredentialDetail.of(
                type, facts, history.versions(tenantId, type.kind()), clock.instant()));
  }
}
