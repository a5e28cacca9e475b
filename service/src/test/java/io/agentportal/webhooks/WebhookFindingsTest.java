package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookFindingsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final WebhookFindings findings =
      new WebhookFindings(
          new WebhookFindingStore(database.jdbc()),
          new WebhookMetrics(new SimpleMeterRegistry()),
          clock);
  private final TenantId tenant = StoreParts.aTenant();

  @Test
  void addsTheCountsOfAMinuteToThoseOfTheDay() {
    findings.add(tenant, WebhookSource.META, Finding.WRONG_KEY);
    findings.flush();
    findings.add(tenant, WebhookSource.META, Finding.WRONG_KEY);
    findings.add(tenant, WebhookSource.META, Finding.WRONG_KEY);
    findings.flush();

    assertThat(countsByDay()).containsExactly("2026-03-01: 3");
  }

  @Test
  void forgetsTheDaysBeforeTheRetention() {
    findings.add(tenant, WebhookSource.META, Finding.WRONG_KEY);
    clock.advance(Duration.ofDays(1));
    findings.add(tenant, WebhookSource.META, Finding.WRONG_KEY);
    findings.flush();

    findings.dropBefore(LocalDate.of(2026, 3, 2));

    assertThat(countsByDay()).containsExactly("2026-03-02: 1");
  }

  private List<String> countsByDay() {
    return database
        .jdbc()
        .sql(
            """
            select f.day || ': ' || f.calls
              from webhook_finding f
             where f.tenant_id = :tenantId
             order by f.day
            """)
        .param("tenantId", tenant.value())
        .query(String.class)
        .list();
  }
}
