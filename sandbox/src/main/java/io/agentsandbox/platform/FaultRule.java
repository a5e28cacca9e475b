package io.agentsandbox.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One fault that is switched on: where, what, how often and for how long.
public final class FaultRule {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final String id;
  private final FaultTarget target;
  private final FaultKind kind;
  private final String world;
  private final Duration delay;
  private final Duration retryAfter;
  private final double share;
  private final long endsAtNanos;
  private final AtomicLong left;
  private final AtomicLong hits = new AtomicLong();

  /// Reads a rule of the control API. Throws `IllegalArgumentException` with a sentence for the
  /// caller.
  FaultRule(String id, JsonNode rule) {
    this.id = id;
    this.target = FaultTarget.of(Json.text(rule, "target"));
    this.kind = FaultKind.of(Json.text(rule, "kind"));
    if (!kind.fits(target)) {
      throw new IllegalArgumentException(
          "kind: %s does not apply to %s".formatted(kind.label(), target.label()));
    }
    this.world = Json.text(rule, "org");
    this.delay = Duration.ofMillis(rule.path("delayMillis").asLong(defaultDelayMillis(kind)));
    this.retryAfter = Duration.ofSeconds(rule.path("retryAfterSeconds").asLong(1));
    this.share = rule.path("share").asDouble(1);
    long seconds = rule.path("seconds").asLong(0);
    this.endsAtNanos =
        seconds > 0 ? System.nanoTime() + Duration.ofSeconds(seconds).toNanos() : UNLIMITED;
    this.left = new AtomicLong(rule.path("count").asLong(UNLIMITED));
  }

  public String id() {
    return id;
  }

  public FaultKind kind() {
    return kind;
  }

  public Duration delay() {
    return delay;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  boolean concerns(FaultTarget called) {
    return target.covers(called);
  }

  boolean concernsEveryWorld() {
    return world.isEmpty();
  }

  boolean concernsWorld(String key) {
    return world.isEmpty() || world.equals(key);
  }

  boolean isOver() {
    return left.get() <= 0 || (endsAtNanos != UNLIMITED && System.nanoTime() - endsAtNanos >= 0);
  }

  /// Uses the rule up by one; false when it is over or chance spares this call.
  boolean strikes() {
    if (isOver() || (share < 1 && ThreadLocalRandom.current().nextDouble() >= share)) {
      return false;
    }
    if (left.get() != UNLIMITED && left.getAndDecrement() <= 0) {
      return false;
    }
    hits.incrementAndGet();
    return true;
  }

  /// The rule as the control API shows it.
  public ObjectNode describe() {
    ObjectNode shown =
        Json.object()
            .put("id", id)
            .put("target", target.label())
            .put("kind", kind.label())
            .put("delayMillis", delay.toMillis())
            .put("share", share)
            .put("hits", hits.get());
    if (!world.isEmpty()) {
      shown.put("org", world);
    }
    if (left.get() != UNLIMITED) {
      shown.put("left", Math.max(0, left.get()));
    }
    if (endsAtNanos != UNLIMITED) {
      shown.put("secondsLeft", Duration.ofNanos(endsAtNanos - System.nanoTime()).toSeconds());
    }
    return shown;
  }

  private static long defaultDelayMillis(FaultKind kind) {
    return switch (kind) {
      case TIMEOUT -> 30_000;
      case SLOW -> 2_000;
      case OUT_OF_ORDER -> 1_500;
      case RATE_LIMITED, SERVER_ERROR, RESET, EXPIRED_TOKEN, DUPLICATE, WRONG_SIGNATURE -> 0;
    };
  }
}
