package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final StoreParts parts =
      new StoreParts(database, StoreParts.properties(2, Duration.ofSeconds(20)));
  private final TenantId tenant = StoreParts.aTenant();

  @AfterEach
  void close() throws InterruptedException {
    parts.close();
  }

  @Test
  void storesEachOfAThousandConcurrentCallsInFarFewerCommits() throws Exception {
    List<String> bodies = IntStream.range(0, 1_000).mapToObj(i -> "{\"n\":" + i + "}").toList();

    List<String> failures = storeConcurrently(bodies);

    assertThat(failures).isEmpty();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(bodies);
    assertThat(unread()).isEqualTo(1_000);
    assertThat(parts.registry.get("webhooks.commit").timer().count()).isLessThan(500);
  }

  @Test
  void oneRowThatTheDatabaseRefusesDoesNotFailItsNeighbours() throws Exception {
    NewWebhook refused =
        new NewWebhook(tenant, WebhookSource.META, "no such secret", null, null, new byte[] {1});
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(storing(StoreParts.aCall(tenant, "neighbour " + i)));
    }
    calls.add(25, storing(refused));

    List<String> failures = run(calls);

    assertThat(failures).hasSize(1);
    assertThat(stored()).hasSize(50);
  }

  @Test
  void tellsTheRouterWhichShardsHaveNews() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "{}"));

    var news = new WebhooksArrived(Set.of(Shards.of(tenant, new byte[0])));
    await().untilAsserted(() -> assertThat(parts.arrived).contains(news));
  }

  @Test
  void failsWhileTheDatabaseIsAwayAndStoresAgainWhenItIsBack() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "before"));

    try (var _ = Outage.of(database)) {
      assertThatThrownBy(() -> parts.groupCommit.store(StoreParts.aCall(tenant, "during")))
          .isInstanceOf(NotStoredException.class);
    }
    // As a partner does: until it is answered well. Each writer has a broken connection to find
    // out.
    await()
        .ignoreExceptionsInstanceOf(NotStoredException.class)
        .untilAsserted(() -> parts.groupCommit.store(StoreParts.aCall(tenant, "after")));

    assertThat(stored()).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void answersInTimeWhenTheDatabaseIsSlow() throws Exception {
    var hasty = new StoreParts(database, StoreParts.properties(1, Duration.ofMillis(300)));

    try (Connection other = database.dataSource().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table webhook_pending in exclusive mode");

      assertThatThrownBy(() -> hasty.groupCommit.store(StoreParts.aCall(tenant, "slow")))
          .isInstanceOf(NotStoredException.class)
          .hasRootCauseInstanceOf(TimeoutException.class);
      assertThatThrownBy(() -> hasty.groupCommit.store(StoreParts.aCall(tenant, "behind it")))
          .isInstanceOf(NotStoredException.class);
      other.rollback();
    }
    hasty.close();

    assertThat(stored()).doesNotContain("behind it");
  }

  @Test
  void goesOnAfterAnErrorInAWriter() throws Exception {
    MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
    var broken =
        new StoreParts(
            database,
            StoreParts.properties(1, Duration.ofSeconds(20)),
            clock,
            new ClockThatBreaksOnce(clock));

    assertThatThrownBy(() -> broken.groupCommit.store(StoreParts.aCall(tenant, "unlucky")))
        .isInstanceOf(NotStoredException.class)
        .hasRootCauseInstanceOf(StackOverflowError.class);
    broken.groupCommit.store(StoreParts.aCall(tenant, "the next"));
    broken.close();

    assertThat(stored()).containsExactly("the next");
  }

  @Test
  void storesWhatWasAcceptedBeforeItStops() throws Exception {
    List<String> bodies = IntStream.range(0, 200).mapToObj(i -> "late " + i).toList();

    List<String> failures;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> running =
          bodies.stream().map(b -> executor.submit(storing(StoreParts.aCall(tenant, b)))).toList();
      parts.groupCommit.stop();
      failures =
          running.stream().map(GroupCommitTest::failureOf).filter(f -> !f.isEmpty()).toList();
    }

    assertThat(stored()).hasSize(200 - failures.size());
  }

  private List<String> storeConcurrently(List<String> bodies) throws InterruptedException {
    return run(bodies.stream().map(body -> storing(StoreParts.aCall(tenant, body))).toList());
  }

  private Callable<Void> storing(NewWebhook call) {
    return () -> {
      parts.groupCommit.store(call);
      return null;
    };
  }

  private static List<String> run(List<Callable<Void>> calls) throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(calls).stream()
          .map(GroupCommitTest::failureOf)
          .filter(failure -> !failure.isEmpty())
          .toList();
    }
  }

  private static String failureOf(Future<Void> call) {
    try {
      call.get();
      return "";
    } catch (InterruptedException | ExecutionException failure) {
      return failure.toString();
    }
  }

  private List<String> stored() {
    return parts.stored(tenant);
  }

  private long unread() {
    return parts
        .jdbc
        .sql(
            """
            select sum(p.calls)
              from webhook_pending p
              join webhook_event e
                on e.id = p.event_id
             where e.tenant_id = :tenantId
            """)
        .param("tenantId", tenant.value())
        .query(Long.class)
        .single();
  }

  /// As when a machine runs out of stack at the worst moment.
  private static final class ClockThatBreaksOnce extends Clock {
    private final Clock clock;
    private final AtomicBoolean broken = new AtomicBoolean();

    private ClockThatBreaksOnce(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      if (broken.compareAndSet(false, true)) {
        throw new StackOverflowError("once");
      }
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }
}
