package io.agentbench.seed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The dashboard's rollups of the messages that were made, summed up on the way.
final class TrafficSums {
  private static final long QUARTER_MILLIS = 900_000;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int MESSAGES = 0;
  private static final int DELIVERED = 1;
  private static final int FAILED = 2;
  private static final int RESPONSES = 3;
  private static final int RESPONSE_MILLIS = 4;

  private final Map<Slot, long[]> traffic = new HashMap<>();
  private final Map<Reason, Long> failures = new HashMap<>();

  private record Slot(String grain, long startMillis, String direction) {}

  private record Reason(Slot slot, String code) {}

  void message(Instant at, String direction) {
    add(at, direction, MESSAGES, 1);
  }

  void delivered(Instant at, String direction) {
    add(at, direction, DELIVERED, 1);
  }

  void answered(Instant at, long waitedMillis) {
    add(at, "outbound", RESPONSES, 1);
    add(at, "outbound", RESPONSE_MILLIS, waitedMillis);
  }

  void failed(Instant at, String direction, String code) {
    add(at, direction, FAILED, 1);
    failures.merge(new Reason(quarter(at, direction), code), 1L, Long::sum);
    failures.merge(new Reason(day(at, direction), code), 1L, Long::sum);
  }

  void plus(TrafficSums other) {
    other.traffic.forEach((key, sums) -> {
      long[] known = traffic.computeIfAbsent(key, _ -> new long[5]);
      for (int i = 0; i < sums.length; i++) {
        known[i] += sums[i];
      }
    });
    other.failures.forEach((key, count) -> failures.merge(key, count, Long::sum));
  }

  void send(UUID tenant, Connection connection) throws SQLException, IOException {
    var rows =
        new BinaryRows(
            "traffic_rollup",
            "tenant_id, grain, starts_at, direction, messages, delivered, failed, responses,"
                + " response_millis");
    traffic.forEach((slot, sums) -> {
      put(slot, rows.begin(9).put(tenant));
      for (long sum : sums) {
        rows.put(sum);
      }
    });
    rows.send(connection);
    var reasons =
        new BinaryRows(
            "failure_rollup", "tenant_id, grain, starts_at, direction, error_code, failures");
    failures.forEach((reason, count) -> {
      put(reason.slot(), reasons.begin(6).put(tenant));
      reasons.put(reason.code()).put(count.longValue());
    });
    reasons.send(connection);
  }

  private static void put(Slot slot, BinaryRows row) {
    row.put(slot.grain()).put(Instant.ofEpochMilli(slot.startMillis())).put(slot.direction());
  }

  private void add(Instant at, String direction, int column, long added) {
    traffic.computeIfAbsent(quarter(at, direction), _ -> new long[5])[column] += added;
    traffic.computeIfAbsent(day(at, direction), _ -> new long[5])[column] += added;
  }

  private static Slot quarter(Instant at, String direction) {
    return slot("quarter", at, QUARTER_MILLIS, direction);
  }

  private static Slot day(Instant at, String direction) {
    return slot("day", at, DAY_MILLIS, direction);
  }

  private static Slot slot(String grain, Instant at, long millis, String direction) {
    return new Slot(grain, Math.floorDiv(at.toEpochMilli(), millis) * millis, direction);
  }
}
