package io.agentportal.integration;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Looks now and then, and on request, whether the partners still call this portal as deployed.
@Service
class DriftWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
  private static final int TENANTS_AT_ONCE = 20;

  private final DriftStore store;
  private final DriftProbe probe;
  private final AuditTrail audit;
  private final IntegrationProperties properties;
  private final Clock clock;

  DriftWatch(
      DriftStore store,
      DriftProbe probe,
      AuditTrail audit,
      IntegrationProperties properties,
      Clock clock) {
    this.store = store;
    this.probe = probe;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void lookAcrossTenants() {
    Instant now = clock.instant();
    List<TenantId> due;
    do {
      due = store.claimAcrossTenants(now.minus(properties.driftEvery()), now, TENANTS_AT_ONCE);
      for (TenantId tenantId : due) {
        try {
          look(tenantId);
        } catch (RuntimeException failure) { // one tenant's trouble is not the next one's
          LOG.atWarn().setCause(failure).addKeyValue("tenant", tenantId).log("Drift not checked");
        }
      }
    } while (due.size() == TENANTS_AT_ONCE);
  }

  /// Looks now. What a partner does not answer stays as it was found last.
  void look(TenantId tenantId) {
    var before = store.find(tenantId);
    if (before.isEmpty()) {
      return; // nothing is deployed
    }
    List<Drift> known = before.get().findings();
    List<Drift> found = new ArrayList<>();
    probe.genesys(tenantId).ifPresentOrElse(found::addAll, () -> keep(known, "genesys", found));
    probe.meta(tenantId).ifPresentOrElse(found::addAll, () -> keep(known, "meta", found));
    List<Drift> dated =
        found.stream()
            .map(each -> known.stream().filter(each::isSameAs).findFirst().orElse(each))
            .toList();
    store.save(tenantId, clock.instant(), dated);
    dated.stream()
        .filter(each -> known.stream().noneMatch(each::isSameAs))
        .forEach(each ->
            audit.record(
                new AuditEvent(
                    tenantId,
                    Actor.current(),
                    "webhooks.drifted",
                    "tenant:" + tenantId,
                    Map.of("partner", each.partner(), "what", each.what()))));
  }

  private static void keep(List<Drift> known, String partner, List<Drift> found) {
    known.stream().filter(each -> each.partner().equals(partner)).forEach(found::add);
  }
}
