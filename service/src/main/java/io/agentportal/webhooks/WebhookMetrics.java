package io.agentportal.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// Figures about taking calls in. Labels are few and fixed: never a tenant, never what a caller
/// sent.
@Component
class WebhookMetrics {
  private static final double[] SHOWN = {0.5, 0.99};

  private final MeterRegistry registry;
  private final Counter acceptedFromMeta;
  private final Counter acceptedFromGenesys;
  private final DistributionSummary batchCalls;
  private final Timer commit;
  private final AtomicLong unread = new AtomicLong();
  private final AtomicLong oldestUnreadMillis = new AtomicLong();

  WebhookMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.acceptedFromMeta = acceptedFrom(WebhookSource.META);
    this.acceptedFromGenesys = acceptedFrom(WebhookSource.GENESYS);
    this.batchCalls =
        DistributionSummary.builder("webhooks.batch.calls")
            .description("Calls that shared a commit")
            .publishPercentiles(SHOWN)
            .register(registry);
    this.commit =
        Timer.builder("webhooks.commit")
            .description("Storing a batch, commit included")
            .publishPercentiles(SHOWN)
            .register(registry);
    Gauge.builder("webhooks.unread", unread::get)
        .description("Stored calls that nobody has routed yet, counted up to 100,000")
        .register(registry);
    Gauge.builder("webhooks.unread.oldest", () -> oldestUnreadMillis.get() / 1_000.0)
        .description("Age of the oldest of them")
        .baseUnit("seconds")
        .register(registry);
  }

  void accepted(WebhookSource source) {
    switch (source) {
      case META -> acceptedFromMeta.increment();
      case GENESYS -> acceptedFromGenesys.increment();
    }
  }

  void found(WebhookSource source, Finding finding) {
    Counter.builder("webhooks.found")
        .description("Calls with something wrong or odd")
        .tag("source", source.slug())
        .tag("finding", finding.slug())
        .register(registry)
        .increment();
  }

  void committed(int calls, long nanos) {
    batchCalls.record(calls);
    commit.record(nanos, TimeUnit.NANOSECONDS);
  }

  void unread(long calls, Duration oldest) {
    unread.set(calls);
    oldestUnreadMillis.set(oldest.toMillis());
  }

  private Counter acceptedFrom(WebhookSource source) {
    return Counter.builder("webhooks.accepted")
        .description("Calls stored and answered 200")
        .tag("source", source.slug())
        .register(registry);
  }
}
