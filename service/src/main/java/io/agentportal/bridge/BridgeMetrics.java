package io.agentportal.bridge;

import io.agentportal.bridge.DeliveryStore.Depth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What operators see of the bridge: `portal.bridge.queue.depth` and `portal.bridge.queue.age`
/// (seconds) by direction, `portal.bridge.attempts` by direction and outcome with the partner's
/// time, `portal.bridge.latency` from taking a message in to having it delivered.
@Component
class BridgeMetrics {
  private final MeterRegistry registry;
  private final DeliveryStore deliveries;
  private final Clock clock;
  private volatile Map<Direction, Depth> depths = Map.of();

  BridgeMetrics(MeterRegistry registry, DeliveryStore deliveries, Clock clock) {
    this.registry = registry;
    this.deliveries = deliveries;
    this.clock = clock;
    for (Direction direction : Direction.values()) {
      Gauge.builder("portal.bridge.queue.depth", () -> depth(direction))
          .tag("direction", direction.wireName())
          .register(registry);
      Gauge.builder("portal.bridge.queue.age", () -> ageSeconds(direction))
          .tag("direction", direction.wireName())
          .baseUnit("seconds")
          .register(registry);
    }
  }

  void attempted(Delivery delivery, Attempt attempt, Duration took) {
    Direction direction = delivery.lane().direction();
    Timer.builder("portal.bridge.attempts")
        .tag("direction", direction.wireName())
        .tag("outcome", outcome(attempt))
        .register(registry)
        .record(took);
    if (attempt instanceof Attempt.Done) {
      Timer.builder("portal.bridge.latency")
          .tag("direction", direction.wireName())
          .publishPercentileHistogram()
          .register(registry)
          .record(Duration.between(delivery.createdAt(), clock.instant()));
    }
  }

  /// Counts what waits. Seldom enough not to matter while a long outage fills the table.
  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void count() {
    depths = Map.copyOf(deliveries.depthsAcrossTenants());
  }

  private double depth(Direction direction) {
    Depth depth = depths.get(direction);
    return depth == null ? 0 : depth.waiting();
  }

  private double ageSeconds(Direction direction) {
    Depth depth = depths.get(direction);
    return depth == null
        ? 0
        : Duration.between(depth.oldest(), clock.instant()).toMillis() / 1000.0;
  }

  private static String outcome(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Done _ -> "done";
      case Attempt.Again _ -> "retry";
      case Attempt.Blocked _ -> "blocked";
      case Attempt.Refused _ -> "refused";
      case Attempt.NotYet _ -> "not-yet";
      case Attempt.Pending _ -> "pending";
      case Attempt.Unsure _ -> "uncertain";
    };
  }
}
