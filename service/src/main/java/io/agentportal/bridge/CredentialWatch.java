package io.agentportal.bridge;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialFacts;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lets lanes move that wait for an admin as soon as credentials or connections were stored after
/// they failed, whichever node that was on.
@Component
class CredentialWatch {
  /// Longer than a node remembers a secret and a call takes, together: an attempt that failed this
  /// soon after a secret was stored may have been made with the one before.
  private static final Duration LATE = Duration.ofSeconds(20);

  private final StandingLaneStore lanes;
  private final Connections connections;
  private final Vault vault;
  private final QueueLoad load;
  private final Clock clock;

  CredentialWatch(
      StandingLaneStore lanes, Connections connections, Vault vault, QueueLoad load, Clock clock) {
    this.lanes = lanes;
    this.connections = connections;
    this.vault = vault;
    this.load = load;
    this.clock = clock;
  }

  /// Looks at the tenants with blocked lanes; run by one thread, every few seconds.
  void look() {
    for (TenantId tenant : lanes.blockedAcrossTenants()) {
      Optional<Instant> changed = lastChange(tenant);
      if (changed.isPresent()
          && lanes.unblock(tenant, changed.get().plus(LATE), clock.instant()) > 0) {
        load.relieve(
            Arrays.stream(Direction.values())
                .map(direction -> new Lane.Queue(tenant, direction))
                .toList());
      }
    }
  }

  private Optional<Instant> lastChange(TenantId tenant) {
    return Stream.of(
            connections.lastSaved(tenant),
            stored(tenant, CredentialKind.GENESYS_CLIENT_SECRET),
            stored(tenant, CredentialKind.WHATSAPP_TOKEN))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> stored(TenantId tenant, CredentialKind kind) {
    return vault.facts(tenant, kind).map(CredentialFacts::lastUpdated);
  }
}
