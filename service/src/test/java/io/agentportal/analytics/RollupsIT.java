package io.agentportal.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.PortalTest;
import io.agentportal.conversations.Transcript;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RollupsIT {
  private static final String COUNTED_MESSAGES =
      """
      select date_bin(cast(:length as interval), m.sent_at, 'epoch'), m.direction, count(*)
        from message m
       where m.tenant_id = :tenantId
       group by 1, 2
       order by 1, 2
      """;

  private static final String ROLLED_UP_MESSAGES =
      """
      select r.starts_at, r.direction, r.messages
        from traffic_rollup r
       where r.tenant_id = :tenantId
         and r.grain = :grain
         and r.messages > 0
       order by 1, 2
      """;

  /// A delivery ends with the first step that says so.
  private static final String COUNTED_DELIVERIES =
      """
      select date_bin(cast(:length as interval), e.at, 'epoch') as starts_at, e.direction,
             count(*) filter (where e.status <> 'failed') as delivered,
             count(*) filter (where e.status = 'failed') as failed
        from (select distinct on (m.id) m.direction, m.status, s.at
                from message m
                join message_step s on s.tenant_id = m.tenant_id and s.message_id = m.id
               where m.tenant_id = :tenantId
                 and m.status in ('delivered', 'read', 'played', 'failed')
                 and case when m.status = 'failed' then s.step = 'failed'
                          else s.step in ('delivered', 'read', 'played') end
               order by m.id, s.id) e
       group by 1, 2
       order by 1, 2
      """;

  private static final String ROLLED_UP_DELIVERIES =
      """
      select r.starts_at, r.direction, r.delivered, r.failed
        from traffic_rollup r
       where r.tenant_id = :tenantId
         and r.grain = :grain
         and r.delivered + r.failed > 0
       order by 1, 2
      """;

  private final PortalTest portal = PortalTest.running();
  private final Transcript transcript = portal.bean(Transcript.class);
  private final TransactionTemplate transactions =
      new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
  private final TenantId tenantId = new TenantId(UUID.randomUUID());

  @Test
  void agreeWithTheMessagesAfterAnyTraffic() {
    var traffic = new RandomTraffic(transcript, transactions, tenantId, 20_260_310);

    traffic.run(400);

    assertThat(rows(ROLLED_UP_MESSAGES, Grain.QUARTER))
        .hasSizeGreaterThan(20)
        .isEqualTo(rows(COUNTED_MESSAGES, Grain.QUARTER));
    assertThat(rows(ROLLED_UP_MESSAGES, Grain.DAY)).isEqualTo(rows(COUNTED_MESSAGES, Grain.DAY));
    assertThat(rows(ROLLED_UP_DELIVERIES, Grain.QUARTER))
        .hasSizeGreaterThan(20)
        .isEqualTo(rows(COUNTED_DELIVERIES, Grain.QUARTER));
    assertThat(rows(ROLLED_UP_DELIVERIES, Grain.DAY))
        .isEqualTo(rows(COUNTED_DELIVERIES, Grain.DAY));
  }

  @Test
  void countEachFailureUnderItsCode() {
    var traffic = new RandomTraffic(transcript, transactions, tenantId, 20_260_311);

    traffic.run(200);

    assertThat(
            rows(
                """
                select r.error_code, sum(r.failures)::bigint
                  from failure_rollup r
                 where r.tenant_id = :tenantId
                   and r.grain = :grain
                 group by 1
                 order by 1
                """,
                Grain.DAY))
        .hasSizeGreaterThan(1)
        .isEqualTo(
            rows(
                """
                select m.error_code, count(*)
                  from message m
                 where m.tenant_id = :tenantId
                   and m.status = 'failed'
                 group by 1
                 order by 1
                """,
                Grain.DAY));
  }

  @Test
  void sumTheSameOverAnySpanFromQuartersAndDays() {
    new RandomTraffic(transcript, transactions, tenantId, 20_260_312).run(300);
    RollupStore store = portal.bean(RollupStore.class);
    Instant from = Instant.parse("2026-03-10T10:15:00Z");
    Instant to = from.plus(Duration.ofDays(30)).plus(Duration.ofHours(7));

    long inOneGo = store.total(tenantId, new Span(from, to)).messages();
    long hourByHour = 0;
    for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
      hourByHour +=
          store.total(tenantId, new Span(hour, hour.plus(Duration.ofHours(1)))).messages();
    }

    assertThat(inOneGo).isPositive().isEqualTo(hourByHour);
  }

  @Test
  void vanishWithTheTransactionThatRollsBack() {
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(_ -> {
              transcript.receive(tenantId, List.of(RandomTraffic.firstMessage()));
              throw new IllegalStateException("the rest of the transaction failed");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(rows(ROLLED_UP_MESSAGES, Grain.DAY)).isEmpty();
  }

  @Test
  void stayRightWhenManyWriteAtOnce() throws Exception {
    var traffics =
        List.of(1L, 2L, 3L, 4L).stream()
            .map(seed -> new RandomTraffic(transcript, transactions, tenantId, seed))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          traffics.stream()
              .map(t -> CompletableFuture.runAsync(() -> t.run(60), threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(running).get();
    }

    assertThat(rows(ROLLED_UP_MESSAGES, Grain.DAY)).isEqualTo(rows(COUNTED_MESSAGES, Grain.DAY));
    assertThat(rows(ROLLED_UP_DELIVERIES, Grain.DAY))
        .isEqualTo(rows(COUNTED_DELIVERIES, Grain.DAY));
  }

  private List<Map<String, Object>> rows(String sql, Grain grain) {
    return portal
        .jdbc()
        .sql(sql)
        .param("tenantId", tenantId.value())
        .param("grain", grain.wireName())
        .param("length", grain == Grain.QUARTER ? "15 minutes" : "1 day")
        .query((row, _) -> {
          int columns = row.getMetaData().getColumnCount();
          Map<String, Object> values = new LinkedHashMap<>();
          for (int i = 1; i <= columns; i++) {
            values.put("column" + i, row.getObject(i));
          }
          return values;
        })
        .list();
  }
}
