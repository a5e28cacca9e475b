package io.agentportal.analytics;

import io.agentportal.analytics.DashboardMetrics.DeliveryPoint;
import io.agentportal.analytics.DashboardMetrics.VolumePoint;
import io.agentportal.analytics.RollupStore.FailureCount;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The dashboard and its longer series.
@RestController
@RequestMapping("/api/analytics")
class AnalyticsController {
  private static final int MAX_DAYS = 90;

  private final DashboardQueries queries;
  private final DashboardTags tags;

  AnalyticsController(DashboardQueries queries, DashboardTags tags) {
    this.queries = queries;
    this.tags = tags;
  }

  /// Answers 304 while nothing but the time of reading has changed.
  @GetMapping("/dashboard")
  ResponseEntity<DashboardMetrics> dashboard(Caller caller) {
    DashboardMetrics metrics = queries.dashboard(caller.tenantId());
    return ResponseEntity.ok()
        .eTag(tags.of(metrics))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(metrics);
  }

  @GetMapping("/messages")
  List<VolumePoint> messages(@RequestParam(defaultValue = "7") int days, Caller caller) {
    return queries.messageVolume(caller.tenantId(), checked(days));
  }

  @GetMapping("/delivery")
  List<DeliveryPoint> delivery(@RequestParam(defaultValue = "7") int days, Caller caller) {
    return queries.deliverySuccess(caller.tenantId(), checked(days));
  }

  @GetMapping("/failures")
  List<FailureCount> failures(@RequestParam(defaultValue = "7") int days, Caller caller) {
    return queries.failures(caller.tenantId(), checked(days));
  }

  private static int checked(int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw PortalException.invalid("days", days + " (expected: 1.." + MAX_DAYS + ")");
    }
    return days;
  }
}
