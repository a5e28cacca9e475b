package io.agentportal.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Announces genuine calls, few of them: costs the hot path a look into a map.
@Component
class GenuineCalls {
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final int TENANTS_AT_MOST = 100_000;

  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Cache<Key, Boolean> announced =
      Caffeine.newBuilder().maximumSize(TENANTS_AT_MOST).expireAfterWrite(QUIET).build();

  GenuineCalls(ApplicationEventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  private record Key(TenantId tenantId, WebhookSource source, PartnerCalled.Kind kind) {}

  /// Never waits for whoever listens.
  void note(WebhookAddress address, PartnerCalled.Kind kind, @Nullable String userAgent) {
    TenantId tenantId = address.tenantId();
    if (tenantId == null || PartnerCalled.OWN_USER_AGENT.equals(userAgent)) {
      return;
    }
    var key = new Key(tenantId, address.source(), kind);
    if (announced.getIfPresent(key) == null
        && announced.asMap().putIfAbsent(key, Boolean.TRUE) == null) {
      var called = new PartnerCalled(tenantId, address.source(), kind, clock.instant());
      Thread.ofVirtual().name("genuine-call").start(() -> events.publishEvent(called));
    }
  }
}
