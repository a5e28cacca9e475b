package io.agentportal.analytics;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The tables `traffic_rollup` and `failure_rollup`.
@Repository
class RollupStore {
  private static final String ADD_TRAFFIC =
      """
      insert into traffic_rollup as known
             (tenant_id, grain, starts_at, direction,
              messages, delivered, failed, responses, response_millis)
      select added.tenant_id, added.grain, added.starts_at, added.direction,
             added.messages, added.delivered, added.failed, added.responses, added.response_millis
        from unnest(
               cast(:tenantIds as uuid[]), cast(:grains as text[]),
               cast(:starts as timestamptz[]), cast(:directions as text[]),
               cast(:messages as bigint[]), cast(:delivered as bigint[]),
               cast(:failed as bigint[]), cast(:responses as bigint[]),
               cast(:responseMillis as bigint[]))
          as added (tenant_id, grain, starts_at, direction,
                    messages, delivered, failed, responses, response_millis)
          on conflict (tenant_id, grain, starts_at, direction) do update
         set messages = known.messages + excluded.messages,
             delivered = known.delivered + excluded.delivered,
             failed = known.failed + excluded.failed,
             responses = known.responses + excluded.responses,
             response_millis = known.response_millis + excluded.response_millis
      """;

  private static final String ADD_FAILURES =
      """
      insert into failure_rollup as known
             (tenant_id, grain, starts_at, direction, error_code, failures)
      select added.tenant_id, added.grain, added.starts_at, added.direction,
             added.error_code, added.failures
        from unnest(
               cast(:tenantIds as uuid[]), cast(:grains as text[]),
               cast(:starts as timestamptz[]), cast(:directions as text[]),
               cast(:errorCodes as text[]), cast(:failures as bigint[]))
          as added (tenant_id, grain, starts_at, direction, error_code, failures)
          on conflict (tenant_id, grain, starts_at, direction, error_code) do update
         set failures = known.failures + excluded.failures
      """;

  private static final String IN_SPAN =
      """
      r.tenant_id = :tenantId
         and (r.grain = 'quarter' and r.starts_at >= :from and r.starts_at < :daysFrom
              or r.grain = 'day' and r.starts_at >= :daysFrom and r.starts_at < :daysTo
              or r.grain = 'quarter' and r.starts_at >= :daysTo and r.starts_at < :to)
      """;

  private static final String TOTAL =
      """
      select coalesce(sum(r.messages), 0) as messages, coalesce(sum(r.delivered), 0) as delivered,
             coalesce(sum(r.failed), 0) as failed, coalesce(sum(r.responses), 0) as responses,
             coalesce(sum(r.response_millis), 0) as response_millis
        from traffic_rollup r
       where %s
      """
          .formatted(IN_SPAN);

  private static final String SERIES =
      """
      select width_bucket(r.starts_at, cast(:starts as timestamptz[])) as slot, r.direction,
             sum(r.messages) as messages, sum(r.delivered) as delivered, sum(r.failed) as failed,
             sum(r.responses) as responses, sum(r.response_millis) as response_millis
        from traffic_rollup r
       where r.tenant_id = :tenantId
         and r.grain = 'quarter'
         and r.starts_at >= :from
         and r.starts_at < :to
       group by slot, r.direction
      """;

  private static final String FAILURES =
      """
      select r.error_code, r.direction, sum(r.failures) as failures
        from failure_rollup r
       where %s
       group by r.error_code, r.direction
       order by failures desc, r.error_code, r.direction
      """
          .formatted(IN_SPAN);

  private final JdbcClient jdbc;

  RollupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The traffic of one direction in one slot of a series; slots count from 1.
  record SlotTraffic(int slot, String direction, Traffic traffic) {}

  /// How many deliveries failed for one reason.
  record FailureCount(String errorCode, String direction, long count) {}

  /// Adds to the rows, in the order of their keys.
  void add(RollupChanges changes) {
    SortedMap<RollupKey, Traffic> traffic = changes.traffic();
    if (!traffic.isEmpty()) {
      Collection<Traffic> added = traffic.values();
      keys(jdbc.sql(ADD_TRAFFIC), traffic.keySet())
          .param("messages", longs(added, Traffic::messages))
          .param("delivered", longs(added, Traffic::delivered))
          .param("failed", longs(added, Traffic::failed))
          .param("responses", longs(added, Traffic::responses))
          .param("responseMillis", longs(added, Traffic::responseMillis))
          .update();
    }
    SortedMap<RollupKey, Long> failures = changes.failures();
    if (!failures.isEmpty()) {
      keys(jdbc.sql(ADD_FAILURES), failures.keySet())
          .param("errorCodes", texts(failures.keySet(), RollupKey::errorCode))
          .param("failures", longs(failures.values(), Long::longValue))
          .update();
    }
  }

  /// Everything that went through in a span, in both directions.
  Traffic total(TenantId tenantId, Span span) {
    return inSpan(jdbc.sql(TOTAL), tenantId, span).query((row, _) -> toTraffic(row)).single();
  }

  /// What went through from each start to the next, and from the last one to `to`; slots without
  /// traffic are left out.
  List<SlotTraffic> series(TenantId tenantId, List<Instant> starts, Instant to) {
    return jdbc.sql(SERIES)
        .param("tenantId", tenantId.value())
        .param("starts", texts(starts, Instant::toString))
        .param("from", Timestamp.from(starts.getFirst()))
        .param("to", Timestamp.from(to))
        .query((row, _) ->
            new SlotTraffic(row.getInt("slot"), row.getString("direction"), toTraffic(row)))
        .list();
  }

  /// Why deliveries failed in a span, the most frequent reason first.
  List<FailureCount> failures(TenantId tenantId, Span span) {
    return inSpan(jdbc.sql(FAILURES), tenantId, span)
        .query((row, _) ->
            new FailureCount(
                row.getString("error_code"), row.getString("direction"), row.getLong("failures")))
        .list();
  }

  private static StatementSpec inSpan(StatementSpec statement, TenantId tenantId, Span span) {
    return statement
        .param("tenantId", tenantId.value())
        .param("from", Timestamp.from(span.from()))
        .param("daysFrom", Timestamp.from(span.daysFrom()))
        .param("daysTo", Timestamp.from(span.daysTo()))
        .param("to", Timestamp.from(span.to()));
  }

  private static StatementSpec keys(StatementSpec statement, Collection<RollupKey> keys) {
    return statement
        .param("tenantIds", texts(keys, key -> key.tenantId().toString()))
        .param("grains", texts(keys, key -> key.grain().wireName()))
        .param("starts", texts(keys, key -> key.startsAt().toString()))
        .param("directions", texts(keys, RollupKey::direction));
  }

  private static Traffic toTraffic(ResultSet row) throws SQLException {
    return new Traffic(
        row.getLong("messages"),
        row.getLong("delivered"),
        row.getLong("failed"),
        row.getLong("responses"),
        row.getLong("response_millis"));
  }

  private static <T> String[] texts(Collection<T> from, Function<T, String> part) {
    return from.stream().map(part).toArray(String[]::new);
  }

  private static <T> Long[] longs(Collection<T> from, ToLongFunction<T> part) {
    return from.stream().mapToLong(part).boxed().toArray(Long[]::new);
  }
}
