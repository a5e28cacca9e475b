package io.agentportal.bridge;

import io.agentportal.genesys.GenesysOpenMessaging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Frees the lanes of nodes that no longer work on them. What those were sending may have arrived.
@Component
class Takeover {
  private final NodeStore nodes;
  private final StandingLaneStore lanes;
  private final Duration longestCall;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Takeover(
      NodeStore nodes,
      StandingLaneStore lanes,
      GenesysOpenMessaging genesys,
      TransactionTemplate transactions,
      Clock clock) {
    this.nodes = nodes;
    this.lanes = lanes;
    this.longestCall = genesys.longestCall();
    this.transactions = transactions;
    this.clock = clock;
  }

  /// From nodes whose processes have ended, or that stopped by themselves.
  void free(List<UUID> ids) {
    free(ids, Duration.ZERO);
  }

  /// From nodes that fell silent: they may only be cut off from the database, and their last calls
  /// still under way.
  void freeFromStalled(List<UUID> ids) {
    free(ids, longestCall);
  }

  private void free(List<UUID> ids, Duration callsLast) {
    if (ids.isEmpty()) {
      return;
    }
    transactions.executeWithoutResult(_ -> {
      Instant now = clock.instant();
      nodes.remove(ids);
      lanes.takeOverAcrossTenants(ids, now.plus(callsLast), now);
    });
  }
}
