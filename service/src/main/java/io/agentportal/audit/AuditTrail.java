package io.agentportal.audit;

import io.agentportal.platform.http.RequestIds;
import io.agentportal.platform.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads who did what. Entries are appended only, numbered without gaps and chained by
/// hash per tenant, so that a change, a removal or an insertion shows.
@Service
public class AuditTrail {
  private static final int MAX_LISTED = 200;
  private static final int VERIFIED_AT_ONCE = 1_000;

  private final AuditStore store;
  private final Clock clock;
  private final JsonMapper json;

  AuditTrail(AuditStore store, Clock clock, JsonMapper json) {
    this.store = store;
    this.clock = clock;
    this.json = json;
  }

  /// Appends one entry in the caller's transaction, with id and address of the request under way.
  ///
  /// Holds the tenant's chain until that transaction ends: record last, after the change itself,
  /// and call no partner afterwards.
  ///
  /// @return the entry's place in the chain
  @Transactional
  public long record(AuditEvent event) {
    AuditStore.Head head = store.lockHead(event.tenantId());
    Optional<HttpServletRequest> request = currentRequest();
    var entry =
        new StoredEntry(
            event.tenantId().value(),
            head.sequence() + 1,
            now(),
            event.actor(),
            event.action(),
            event.subject(),
            json.writeValueAsString(Redaction.of(event.details())),
            request.map(RequestIds::of).orElse(null),
            request.map(HttpServletRequest::getRemoteAddr).orElse(null));
    byte[] hash = entry.hash(head.hash());
    store.append(entry, hash);
    store.moveHead(event.tenantId(), new AuditStore.Head(entry.sequence(), hash));
    return entry.sequence();
  }

  /// What happened to one subject, newest first.
  ///
  /// @param limit 1..200
  public List<AuditEntry> about(TenantId tenantId, String subject, int limit) {
    return store.about(tenantId, subject, Math.clamp(limit, 1, MAX_LISTED)).stream()
        .map(this::toEntry)
        .toList();
  }

  /// Walks a tenant's whole chain and compares every hash.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditVerification verify(TenantId tenantId) {
    var walk = new ChainWalk();
    while (true) {
      List<AuditStore.Hashed> rows = store.after(tenantId, walk.sequence(), VERIFIED_AT_ONCE);
      for (AuditStore.Hashed row : rows) {
        Optional<AuditVerification> problem = walk.next(row);
        if (problem.isPresent()) {
          return problem.get();
        }
      }
      if (rows.size() < VERIFIED_AT_ONCE) {
        return walk.end(store.findHead(tenantId));
      }
    }
  }

  AuditEntry toEntry(StoredEntry stored) {
    return new AuditEntry(
        stored.sequence(),
        stored.at(),
        stored.actor(),
        stored.action(),
        stored.subject(),
        json.readValue(stored.details(), new TypeReference<Map<String, Object>>() {}),
        stored.requestId(),
        stored.address());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Optional<HttpServletRequest> currentRequest() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? Optional.of(attributes.getRequest())
        : Optional.empty();
  }
}
