package io.agentportal.analytics;

import io.agentportal.conversations.ConversationsChanged;
import io.agentportal.conversations.MessageFact;
import io.agentportal.conversations.StatusFact;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a change of conversations adds to the rollups. A delivery counts when it first succeeds,
/// and each time it fails.
final class RollupChanges {
  private static final Set<String> SUCCESSES = Set.of("delivered", "read", "played");
  private static final String FAILURE = "failed";
  private static final String UNKNOWN_CODE = "UNKNOWN";

  private final SortedMap<RollupKey, Traffic> traffic = new TreeMap<>();
  private final SortedMap<RollupKey, Long> failures = new TreeMap<>();

  private RollupChanges(ConversationsChanged change) {
    TenantId tenantId = change.tenantId();
    for (MessageFact message : change.messages()) {
      addTraffic(tenantId, message.at(), message.direction(), of(message));
    }
    for (StatusFact status : change.statuses()) {
      if (FAILURE.equals(status.to())) {
        addTraffic(tenantId, status.at(), status.direction(), new Traffic(0, 0, 1, 0, 0));
        addFailure(tenantId, status);
      }
      if (SUCCESSES.contains(status.to()) && !SUCCESSES.contains(status.from())) {
        addTraffic(tenantId, status.at(), status.direction(), new Traffic(0, 1, 0, 0, 0));
      }
    }
  }

  static RollupChanges of(ConversationsChanged change) {
    return new RollupChanges(change);
  }

  /// In the order of the keys.
  SortedMap<RollupKey, Traffic> traffic() {
    return Collections.unmodifiableSortedMap(traffic);
  }

  /// How many deliveries failed, by error code; in the order of the keys.
  SortedMap<RollupKey, Long> failures() {
    return Collections.unmodifiableSortedMap(failures);
  }

  private static Traffic of(MessageFact message) {
    Duration responseTime = message.responseTime();
    return responseTime == null
        ? new Traffic(1, 0, 0, 0, 0)
        : new Traffic(1, 0, 0, 1, responseTime.toMillis());
  }

  private void addTraffic(TenantId tenantId, Instant at, String direction, Traffic added) {
    for (Grain grain : Grain.values()) {
      traffic.merge(
          new RollupKey(tenantId, grain, grain.floor(at), direction, ""), added, Traffic::plus);
    }
  }

  private void addFailure(TenantId tenantId, StatusFact status) {
    String code = Objects.requireNonNullElse(status.errorCode(), UNKNOWN_CODE);
    for (Grain grain : Grain.values()) {
      failures.merge(
          new RollupKey(tenantId, grain, grain.floor(status.at()), status.direction(), code),
          1L,
          Long::sum);
    }
  }
}
