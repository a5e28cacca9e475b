package io.agentportal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import io.agentportal.webhooks.WebhooksExpired;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SetAsideExpiryTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final SetAsideStore store = new SetAsideStore(database.jdbc(), clock);
  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @Test
  void letsGoWhatWasSetAsideWithTheCallsItCameFrom() {
    store.keep(List.of(item("old")));
    clock.advance(Duration.ofDays(1));
    store.keep(List.of(item("kept")));

    new SetAsideExpiry(store).expired(new WebhooksExpired(clock.instant()));

    assertThat(reasons()).containsExactly("kept");
  }

  private Intake.SetAside item(String reason) {
    return new Intake.SetAside(tenant, 1, "META", reason, "{}");
  }

  private List<String> reasons() {
    return database
        .jdbc()
        .sql(
            """
            select s.reason
              from webhook_set_aside s
             where s.tenant_id = :tenantId
            """)
        .param("tenantId", tenant.value())
        .query(String.class)
        .list();
  }
}
