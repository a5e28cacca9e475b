package io.agentportal.bridge;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialFacts;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lets lanes move that wait for an admin as soon as credentials or connections differ from what
/// they failed with, whichever node they were stored on.
@Component
class CredentialWatch {
  private final LaneStore lanes;
  private final Connections connections;
  private final Vault vault;
  private final QueueLoad load;
  private final Clock clock;
  private final Map<TenantId, State> seen = new HashMap<>();

  CredentialWatch(
      LaneStore lanes, Connections connections, Vault vault, QueueLoad load, Clock clock) {
    this.lanes = lanes;
    this.connections = connections;
    this.vault = vault;
    this.load = load;
    this.clock = clock;
  }

  /// What a tenant's calls are made with.
  private record State(
      Optional<GenesysConnection> genesys,
      Optional<WhatsAppConnection> whatsApp,
      Optional<CredentialFacts> clientSecret,
      Optional<CredentialFacts> token) {}

  /// Looks at the tenants with blocked lanes; run by one thread, every few seconds.
  void look() {
    List<TenantId> blocked = lanes.blockedAcrossTenants();
    seen.keySet().retainAll(blocked);
    for (TenantId tenant : blocked) {
      State now = state(tenant);
      State before = seen.put(tenant, now);
      if (before != null && !before.equals(now)) {
        lanes.unblock(tenant, clock.instant());
        load.relieve(
            Arrays.stream(Direction.values())
                .map(direction -> new Lane.Queue(tenant, direction))
                .toList());
      }
    }
  }

  private State state(TenantId tenant) {
    return new State(
        connections.genesys(tenant),
        connections.whatsApp(tenant),
        vault.facts(tenant, CredentialKind.GENESYS_CLIENT_SECRET),
        vault.facts(tenant, CredentialKind.WHATSAPP_TOKEN));
  }
}
