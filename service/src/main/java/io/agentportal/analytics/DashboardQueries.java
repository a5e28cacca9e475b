package io.agentportal.analytics;

import io.agentportal.analytics.DashboardMetrics.Charts;
import io.agentportal.analytics.DashboardMetrics.DeliveryPoint;
import io.agentportal.analytics.DashboardMetrics.FailedDeliveries;
import io.agentportal.analytics.DashboardMetrics.Kpis;
import io.agentportal.analytics.DashboardMetrics.MessageTotals;
import io.agentportal.analytics.DashboardMetrics.TokenStatus;
import io.agentportal.analytics.DashboardMetrics.VolumePoint;
import io.agentportal.analytics.RollupStore.FailureCount;
import io.agentportal.analytics.RollupStore.SlotTraffic;
import io.agentportal.conversations.ActiveConversations;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The read model of the dashboard. Every figure comes from rollups; no message is counted.
@Component
class DashboardQueries {
  private static final String INBOUND = "inbound";
  private static final String OUTBOUND = "outbound";
  private static final int CHART_HOURS = 24;
  private static final int CHART_DAYS = 7;
  private static final int HOURLY_UP_TO_DAYS = 2;

  private final RollupStore rollups;
  private final ActiveConversations activeConversations;
  private final Tenants tenants;
  private final Vault vault;
  private final Clock clock;

  DashboardQueries(
      RollupStore rollups,
      ActiveConversations activeConversations,
      Tenants tenants,
      Vault vault,
      Clock clock) {
    this.rollups = rollups;
    this.activeConversations = activeConversations;
    this.tenants = tenants;
    this.vault = vault;
    this.clock = clock;
  }

  DashboardMetrics dashboard(TenantId tenantId) {
    ReportingCalendar calendar = calendar(tenantId);
    return new DashboardMetrics(
        kpis(tenantId, calendar),
        new Charts(
            volume(tenantId, calendar.lastHours(CHART_HOURS), calendar.end()),
            deliveries(tenantId, calendar, CHART_DAYS)),
        new TokenStatus(
            token(tenantId, CredentialKind.WHATSAPP_TOKEN, calendar.now()),
            token(tenantId, CredentialKind.GENESYS_CLIENT_SECRET, calendar.now())),
        calendar.now(),
        calendar.zone().getId());
  }

  /// Messages of the last days: by the hour up to two days, by the day beyond.
  List<VolumePoint> messageVolume(TenantId tenantId, int days) {
    ReportingCalendar calendar = calendar(tenantId);
    List<Instant> starts =
        days <= HOURLY_UP_TO_DAYS ? calendar.hoursOfDays(days) : calendar.dayStarts(days);
    return volume(tenantId, starts, calendar.end());
  }

  /// How deliveries ended on each of the last days.
  List<DeliveryPoint> deliverySuccess(TenantId tenantId, int days) {
    return deliveries(tenantId, calendar(tenantId), days);
  }

  /// Why deliveries failed in the last days.
  List<FailureCount> failures(TenantId tenantId, int days) {
    return rollups.failures(tenantId, calendar(tenantId).lastDays(days));
  }

  private ReportingCalendar calendar(TenantId tenantId) {
    return new ReportingCalendar(tenants.find(tenantId).zone(), clock.instant());
  }

  private Kpis kpis(TenantId tenantId, ReportingCalendar calendar) {
    Traffic lastDay = rollups.total(tenantId, calendar.lastDay());
    Traffic dayBefore = rollups.total(tenantId, calendar.dayBefore());
    return new Kpis(
        new MessageTotals(
            rollups.total(tenantId, calendar.lastDays(1)).messages(),
            rollups.total(tenantId, calendar.lastDays(7)).messages(),
            rollups.total(tenantId, calendar.lastDays(30)).messages()),
        activeConversations.count(tenantId),
        new FailedDeliveries(
            lastDay.failed(),
            Math.round(lastDay.failureRate() * 1_000) / 10.0,
            FailureTrend.of(lastDay, dayBefore)),
        lastDay.averageResponseSeconds());
  }

  private List<VolumePoint> volume(TenantId tenantId, List<Instant> starts, Instant to) {
    List<SlotTraffic> traffic = rollups.series(tenantId, starts, to);
    return IntStream.range(0, starts.size())
        .boxed()
        .flatMap(i ->
            Stream.of(INBOUND, OUTBOUND)
                .map(direction ->
                    new VolumePoint(
                        starts.get(i), inSlot(traffic, i, direction).messages(), direction)))
        .toList();
  }

  private List<DeliveryPoint> deliveries(TenantId tenantId, ReportingCalendar calendar, int days) {
    List<LocalDate> dates = calendar.dates(days);
    List<SlotTraffic> traffic = rollups.series(tenantId, calendar.dayStarts(days), calendar.end());
    return IntStream.range(0, days)
        .mapToObj(i -> {
          Traffic both = inSlot(traffic, i, INBOUND).plus(inSlot(traffic, i, OUTBOUND));
          return new DeliveryPoint(dates.get(i), both.delivered(), both.failed());
        })
        .toList();
  }

  private static Traffic inSlot(List<SlotTraffic> traffic, int index, String direction) {
    return traffic.stream()
        .filter(t -> t.slot() == index + 1 && t.direction().equals(direction))
        .map(SlotTraffic::traffic)
        .findFirst()
        .orElse(Traffic.NONE);
  }

  private @Nullable TokenExpiry token(TenantId tenantId, CredentialKind kind, Instant now) {
    return vault.facts(tenantId, kind).map(facts -> TokenExpiry.of(facts, now)).orElse(null);
  }
}
