package io.agentportal.credentials;

import io.agentportal.platform.tenancy.TenantId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts the calls that each version of a secret has signed: tells when a partner has stopped
/// using an old one. Counted in memory and added to the database every two seconds.
@Component
public class SecretUse {
  private static final Logger log = LoggerFactory.getLogger(SecretUse.class);

  private final CredentialUseStore store;
  private final Clock clock;
  private final ConcurrentHashMap<Key, Use> counts = new ConcurrentHashMap<>();

  SecretUse(CredentialUseStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Calls so far.
  public record Use(long calls, Instant lastAt) {

    Use plus(Use other) {
      return new Use(calls + other.calls, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
  }

  record Key(TenantId tenantId, CredentialKind kind, int version) {}

  /// A call was signed with that version. Cheap: on the path of every webhook.
  public void note(TenantId tenantId, CredentialKind kind, int version) {
    counts.merge(new Key(tenantId, kind, version), new Use(1, clock.instant()), Use::plus);
  }

  /// By version: all calls that this node has seen, and those of other nodes up to two seconds ago.
  public Map<Integer, Use> byVersion(TenantId tenantId, CredentialKind kind) {
    Map<Integer, Use> all = new HashMap<>(store.byVersion(tenantId, kind));
    counts.forEach((key, use) -> {
      if (key.tenantId().equals(tenantId) && key.kind() == kind) {
        all.merge(key.version(), use, Use::plus);
      }
    });
    return all;
  }

  /// Counts that could not be written are kept for the next time.
  @PreDestroy
  @Scheduled(fixedDelayString = "PT2S")
  void flush() {
    Map<Key, Use> taken = new HashMap<>();
    for (Key key : counts.keySet()) {
      Use use = counts.remove(key);
      if (use != null) {
        taken.put(key, use);
      }
    }
    try {
      store.addAcrossTenants(taken);
    } catch (DataAccessException failure) {
      taken.forEach((key, use) -> counts.merge(key, use, Use::plus));
      log.atDebug().setCause(failure).log("counts of signed calls were not written yet");
    }
  }
}
