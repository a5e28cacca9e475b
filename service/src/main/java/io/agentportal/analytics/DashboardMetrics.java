package io.agentportal.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the dashboard shows.
///
/// @param timezone the tenant's zone, in which days begin and end; an IANA name
record DashboardMetrics(
    Kpis kpis, Charts charts, TokenStatus tokenStatus, Instant lastUpdated, String timezone) {

  /// @param activeConversations open ones with a message in the last 72 hours
  /// @param avgResponseTime seconds until a customer was answered, over the last 24 hours; null if
  ///   nobody was
  record Kpis(
      MessageTotals totalMessages,
      long activeConversations,
      FailedDeliveries failedDeliveries,
      @Nullable Double avgResponseTime) {}

  /// Messages both ways. Days are the tenant's and include today.
  record MessageTotals(long today, long last7Days, long last30Days) {}

  /// Deliveries that failed in the last 24 hours, in either direction.
  ///
  /// @param percentage of the deliveries that ended in that time, 0..100
  /// @param trend of the percentage against the 24 hours before: `up`, `down`, or `stable` within 5
  ///   %
  record FailedDeliveries(long count, double percentage, String trend) {}

  /// @param messageVolume the last 24 hours, two points each
  /// @param deliverySuccess the last 7 days
  record Charts(List<VolumePoint> messageVolume, List<DeliveryPoint> deliverySuccess) {}

  /// How many messages went one way.
  ///
  /// @param timestamp when the hour or day began
  /// @param direction `inbound` or `outbound`
  record VolumePoint(Instant timestamp, long count, String direction) {}

  /// How the deliveries ended on one of the tenant's days.
  record DeliveryPoint(LocalDate date, long success, long failed) {}

  /// How long the credentials last; null where there is none yet.
  record TokenStatus(@Nullable TokenExpiry whatsappToken, @Nullable TokenExpiry genesysToken) {}
}
