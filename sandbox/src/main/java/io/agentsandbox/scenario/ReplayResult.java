package io.agentsandbox.scenario;

import io.agentsandbox.platform.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.ObjectNode;

/// Answers to a replay: how many of each status, how many failures, how long they took.
final class ReplayResult {
  private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final long[] latencyMicros;
  private final AtomicInteger answers = new AtomicInteger();

  ReplayResult(int total) {
    this.latencyMicros = new long[total];
  }

  void answered(int status, long nanos) {
    statuses.computeIfAbsent(Integer.toString(status), _ -> new LongAdder()).increment();
    latencyMicros[answers.getAndIncrement()] = nanos / 1_000;
  }

  void failed(String why) {
    errors.computeIfAbsent(why, _ -> new LongAdder()).increment();
  }

  ObjectNode summary(Duration took) {
    long[] sorted = Arrays.copyOf(latencyMicros, answers.get());
    Arrays.sort(sorted);
    double seconds = took.toNanos() / 1e9;
    ObjectNode summary =
        Json.object()
            .put("sent", latencyMicros.length)
            .put("seconds", seconds)
            .put("perSecond", latencyMicros.length / seconds);
    counts(summary.putObject("statuses"), statuses);
    counts(summary.putObject("errors"), errors);
    summary
        .putObject("latencyMillis")
        .put("p50", millis(sorted, 0.5))
        .put("p99", millis(sorted, 0.99))
        .put("max", millis(sorted, 1));
    return summary;
  }

  private static void counts(ObjectNode shown, Map<String, LongAdder> counts) {
    new TreeMap<>(counts).forEach((key, count) -> shown.put(key, count.sum()));
  }

  private static double millis(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, at)] / 1_000.0;
  }
}
