package io.agentportal.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalTest;
import io.agentportal.analytics.DashboardMetrics.DeliveryPoint;
import io.agentportal.conversations.ConversationRowsFixture;
import io.agentportal.conversations.ConversationsChanged;
import io.agentportal.conversations.MessageFact;
import io.agentportal.conversations.StatusFact;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.http.ApiEnvelope;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class DashboardQueriesIT {
  private final PortalTest portal = PortalTest.running();
  private final TransactionTemplate transactions =
      new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
  private final MovableClock clock = MovableClock.at("2026-03-10T10:07:00Z");
  private final TenantId berlin = tenantIn("Europe/Berlin");
  private final DashboardQueries queries =
      new DashboardQueries(
          portal.bean(RollupStore.class),
          ConversationRowsFixture.activeConversations(portal.jdbc(), clock),
          portal.bean(Tenants.class),
          portal.bean(Vault.class),
          clock);

  @Test
  void countsMessagesByTheTenantsDays() {
    now("2026-03-10T10:07:00Z");
    message("inbound", "2026-03-10T10:06:00Z", null);
    message("outbound", "2026-03-09T23:00:00Z", null); // midnight in Berlin
    message("inbound", "2026-03-09T22:59:00Z", null); // yesterday there
    message("inbound", "2026-03-03T23:00:00Z", null); // first moment of the 7 days
    message("inbound", "2026-03-03T22:59:00Z", null);
    message("inbound", "2026-02-08T23:00:00Z", null); // first moment of the 30 days
    message("inbound", "2026-02-08T22:59:00Z", null);

    var totals = queries.dashboard(berlin).kpis().totalMessages();

    assertThat(totals).isEqualTo(new DashboardMetrics.MessageTotals(2, 4, 6));
  }

  @Test
  void fillsTheHoursWithoutMessagesWithZero() {
    now("2026-03-10T10:07:00Z");
    message("inbound", "2026-03-10T09:59:59Z", null);
    message("outbound", "2026-03-10T10:00:00Z", null);

    var volume = queries.dashboard(berlin).charts().messageVolume();

    assertThat(volume).hasSize(48).filteredOn(point -> point.count() > 0).hasSize(2);
    assertThat(volume.getFirst().timestamp()).isEqualTo("2026-03-09T11:00:00Z");
    assertThat(volume.getLast())
        .isEqualTo(
            new DashboardMetrics.VolumePoint(Instant.parse("2026-03-10T10:00:00Z"), 1, "outbound"));
  }

  @Test
  void countsDeliveriesOnTheDayTheyEnded() {
    now("2026-03-29T21:00:00Z"); // 23:00 on the day with 23 hours
    ended("outbound", "2026-03-28T22:59:00Z", "delivered", null);
    ended("outbound", "2026-03-28T23:00:00Z", "read", null);
    ended("inbound", "2026-03-29T20:00:00Z", "failed", "GENESYS_REFUSED");

    var days = queries.deliverySuccess(berlin, 3);

    assertThat(days)
        .containsExactly(
            new DeliveryPoint(LocalDate.parse("2026-03-27"), 0, 0),
            new DeliveryPoint(LocalDate.parse("2026-03-28"), 1, 0),
            new DeliveryPoint(LocalDate.parse("2026-03-29"), 1, 1));
  }

  @Test
  void comparesFailuresWithTheDayBefore() {
    now("2026-03-10T10:07:00Z");
    ended("outbound", "2026-03-08T10:00:00Z", "failed", "131026");
    for (int i = 0; i < 3; i++) {
      ended("outbound", "2026-03-09T10:00:00Z", "delivered", null);
      ended("outbound", "2026-03-10T10:00:00Z", "delivered", null);
    }
    ended("outbound", "2026-03-10T10:00:00Z", "failed", "131026");

    var failures = queries.dashboard(berlin).kpis().failedDeliveries();

    assertThat(failures).isEqualTo(new DashboardMetrics.FailedDeliveries(1, 25.0, "up"));
  }

  @Test
  void averagesHowLongCustomersWaited() {
    now("2026-03-10T10:07:00Z");
    message("outbound", "2026-03-10T09:00:00Z", Duration.ofSeconds(30));
    message("outbound", "2026-03-10T09:30:00Z", Duration.ofSeconds(45));
    message("outbound", "2026-03-10T09:31:00Z", null);

    assertThat(queries.dashboard(berlin).kpis().avgResponseTime()).isEqualTo(37.5);
  }

  @Test
  void showsAnEmptyDashboardToANewTenant() {
    DashboardMetrics metrics = queries.dashboard(berlin);

    assertThat(metrics.kpis().avgResponseTime()).isNull();
    assertThat(metrics.kpis().failedDeliveries().trend()).isEqualTo("stable");
    assertThat(metrics.charts().deliverySuccess()).hasSize(7);
    assertThat(metrics.timezone()).isEqualTo("Europe/Berlin");
  }

  @Test
  void countsOpenConversationsOfTheLast72Hours() {
    now("2026-03-10T10:07:00Z");
    var rows = new ConversationRowsFixture(portal.jdbc(), berlin);
    Instant threeDaysAgo = Instant.parse("2026-03-07T10:07:00Z");
    rows.insert(ConversationRowsFixture.conversation("Ann", "15550100211", threeDaysAgo));
    rows.insert(
        ConversationRowsFixture.conversation("Bo", "15550100212", threeDaysAgo.minusSeconds(1)));
    rows.insert(
        ConversationRowsFixture.conversation("Cy", "15550100213", threeDaysAgo).status("closed"));

    assertThat(queries.dashboard(berlin).kpis().activeConversations()).isEqualTo(1);
  }

  @Test
  void givesLongerSeriesByTheHourOrByTheDay() {
    now("2026-03-10T10:07:00Z");
    message("inbound", "2026-03-09T08:00:00Z", null);

    assertThat(queries.messageVolume(berlin, 2)).hasSize(2 * 36);
    assertThat(queries.messageVolume(berlin, 90))
        .hasSize(180)
        .filteredOn(point -> point.count() == 1)
        .singleElement()
        .extracting(DashboardMetrics.VolumePoint::timestamp)
        .isEqualTo(Instant.parse("2026-03-08T23:00:00Z"));
  }

  @Test
  void listsTheMostFrequentFailureFirst() {
    now("2026-03-10T10:07:00Z");
    ended("outbound", "2026-03-10T09:00:00Z", "failed", "131047");
    ended("outbound", "2026-03-01T09:00:00Z", "failed", "131026");
    ended("outbound", "2026-03-02T09:00:00Z", "failed", "131026");

    assertThat(queries.failures(berlin, 30))
        .containsExactly(
            new RollupStore.FailureCount("131026", "outbound", 2),
            new RollupStore.FailureCount("131047", "outbound", 1));
  }

  @Test
  void agreesWithTheExamplesOfTheContract() {
    now("2026-03-10T10:07:00Z");
    message("inbound", "2026-03-10T09:59:40Z", null);
    message("outbound", "2026-03-10T10:00:10Z", Duration.ofSeconds(30));
    ended("inbound", "2026-03-10T09:59:41Z", "delivered", null);
    ended("outbound", "2026-03-10T10:00:12Z", "failed", "131026");

    example("analytics.dashboard", queries.dashboard(berlin));
    example("analytics.messages", queries.messageVolume(berlin, 3));
    example("analytics.delivery", queries.deliverySuccess(berlin, 3));
    example("analytics.failures", queries.failures(berlin, 3));
  }

  private void example(String name, Object data) {
    JsonMapper json = portal.bean(JsonMapper.class);
    new ContractExamples()
        .check(name, json.valueToTree(new ApiEnvelope(true, data, null, clock.instant())));
  }

  private void now(String time) {
    clock.set(Instant.parse(time));
  }

  private void message(String direction, String at, @Nullable Duration responseTime) {
    record(
        List.of(
            new MessageFact(UUID.randomUUID(), direction, Instant.parse(at), false, responseTime)),
        List.of());
  }

  private void ended(String direction, String at, String status, @Nullable String code) {
    record(
        List.of(),
        List.of(
            new StatusFact(
                UUID.randomUUID(), direction, Instant.parse(at), "accepted", status, code)));
  }

  private void record(List<MessageFact> messages, List<StatusFact> statuses) {
    transactions.executeWithoutResult(_ ->
        portal
            .bean(TrafficRecorder.class)
            .record(new ConversationsChanged(berlin, messages, statuses, Set.of())));
  }

  private TenantId tenantIn(String zone) {
    UUID id = UUID.randomUUID();
    portal
        .jdbc()
        .sql(
            """
            insert into tenant (id, genesys_org_id, name, region, zone, locale, created_at)
            values (:id, cast(:id as text), 'Northwind', 'us-east-1', :zone, 'en-US', now())
            """)
        .param("id", id)
        .param("zone", zone)
        .update();
    return new TenantId(id);
  }
}
