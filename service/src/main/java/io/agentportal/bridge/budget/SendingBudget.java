package io.agentportal.bridge.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.platform.tenancy.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What this node may still send through WhatsApp: of each tenant's number, and to each customer.
///
/// Shown as `portal.bridge.budget.left` (messages that may go at once, of the number that has
/// least) and `portal.bridge.budget.waits` by limit.
@Component
public class SendingBudget {
  private static final int KEPT_AT_MOST = 200_000;

  /// Longer than either bucket takes to fill up: one that was forgotten would be full.
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final double MILLIS_PER_SECOND = 1000;

  private final BudgetProperties properties;
  private final Clock clock;
  private final Cache<TenantId, TokenBucket> numbers = cache();
  private final Cache<Pair, TokenBucket> pairs = cache();
  private final Counter waitsForNumber;
  private final Counter waitsForPair;

  SendingBudget(BudgetProperties properties, MeterRegistry registry, Clock clock) {
    this.properties = properties;
    this.clock = clock;
    this.waitsForNumber = waits(registry, "number");
    this.waitsForPair = waits(registry, "pair");
    Gauge.builder("portal.bridge.budget.left", this::leastLeft).register(registry);
  }

  private record Pair(TenantId tenant, UUID contactId) {}

  /// What came of asking to send one message.
  public sealed interface Answer {}

  /// It may go now.
  public record Go() implements Answer {}

  /// The number has sent its share: all its messages wait.
  public record NumberWaits(Duration span) implements Answer {}

  /// The customer has got enough for now: only messages to them wait.
  public record CustomerWaits(Duration span) implements Answer {}

  /// Takes the place of one message to a customer, if there is one.
  public Answer take(TenantId tenant, UUID contactId) {
    Instant now = clock.instant();
    Duration pairWait =
        properties.pairBurst() == 0 ? Duration.ZERO : pair(tenant, contactId, now).take(now);
    if (pairWait.isPositive()) {
      waitsForPair.increment();
      return new CustomerWaits(pairWait);
    }
    Duration numberWait =
        properties.numberPerSecond() == 0 ? Duration.ZERO : number(tenant, now).take(now);
    if (numberWait.isPositive()) {
      waitsForNumber.increment();
      if (properties.pairBurst() > 0) {
        pair(tenant, contactId, now).giveBack();
      }
      return new NumberWaits(numberWait);
    }
    return new Go();
  }

  private TokenBucket pair(TenantId tenant, UUID contactId, Instant now) {
    double perSecond = MILLIS_PER_SECOND / properties.pairInterval().toMillis();
    return pairs.get(
        new Pair(tenant, contactId), _ -> new TokenBucket(properties.pairBurst(), perSecond, now));
  }

  private TokenBucket number(TenantId tenant, Instant now) {
    int perSecond = properties.numberPerSecond();
    return numbers.get(tenant, _ -> new TokenBucket(perSecond, perSecond, now));
  }

  private double leastLeft() {
    Instant now = clock.instant();
    return numbers.asMap().values().stream()
        .mapToDouble(bucket -> bucket.left(now))
        .min()
        .orElse(properties.numberPerSecond());
  }

  private static Counter waits(MeterRegistry registry, String limit) {
    return Counter.builder("portal.bridge.budget.waits").tag("limit", limit).register(registry);
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(KEPT_AT_MOST).expireAfterAccess(KEPT).build();
  }
}
