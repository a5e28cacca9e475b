package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.PartnerCalled;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Remembers when the partners called each tenant's addresses: the proof that a deployment works,
/// also where a person made it.
@Component
class SeenCalls {
  private static final Logger LOG = LoggerFactory.getLogger(SeenCalls.class);

  private final SeenCallStore store;

  SeenCalls(SeenCallStore store) {
    this.store = store;
  }

  /// @param firstHandshakeAt null at Genesys, which has none
  record Seen(
      @Nullable Instant firstHandshakeAt,
      @Nullable Instant firstSignedAt,
      @Nullable Instant lastSignedAt) {
    static final Seen NOTHING = new Seen(null, null, null);
  }

  Seen of(TenantId tenantId, String partner) {
    return store.find(tenantId, partner);
  }

  void forget(TenantId tenantId) {
    store.forget(tenantId);
  }

  @EventListener
  void called(PartnerCalled call) {
    try {
      store.save(
          call.tenantId(),
          call.source().name().toLowerCase(Locale.ROOT),
          call.kind().name().toLowerCase(Locale.ROOT),
          call.at());
    } catch (DataAccessException failure) {
      LOG.atWarn().setCause(failure).log("That a partner called was not noted");
    }
  }
}
