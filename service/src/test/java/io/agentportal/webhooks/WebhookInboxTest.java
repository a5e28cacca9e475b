package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

class WebhookInboxTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final TransactionTemplate transaction = database.transactions();
  private final TenantId tenant = StoreParts.aTenant();
  private final int shard = Shards.of(tenant, new byte[0]);
  private StoreParts parts;

  @BeforeEach
  void open() {
    database.clear();
    parts = new StoreParts(database);
  }

  @AfterEach
  void close() throws InterruptedException {
    parts.close();
  }

  @Test
  void handsOutCallsInTheOrderOfStoringUntilTheyAreRouted() throws Exception {
    for (String body : List.of("first", "second", "third")) {
      parts.groupCommit.store(StoreParts.aCall(tenant, body));
    }

    List<String> routed = takeAndRoute(2);
    List<String> left = takeAndRoute(10);

    assertThat(routed).containsExactly("first", "second");
    assertThat(left).containsExactly("third");
    assertThat(takeAndRoute(10)).isEmpty();
  }

  @Test
  void givesBackWhatItsRouterCouldNotCommit() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "once more"));

    transaction.executeWithoutResult(status -> {
      parts.inbox.routed(parts.inbox.takeAcrossTenants(shard, 10));
      status.setRollbackOnly();
    });

    assertThat(takeAndRoute(10)).containsExactly("once more");
  }

  @Test
  void letsOneRouterHoldAShardAtATime() throws Exception {
    parts.groupCommit.store(StoreParts.aCall(tenant, "mine"));

    List<WebhookEvent> seenByAnother =
        transaction.execute(_ -> {
          assertThat(parts.inbox.takeAcrossTenants(shard, 10)).hasSize(1);
          return inAnotherTransaction();
        });

    assertThat(seenByAnother).isEmpty();
    assertThat(takeAndRoute(10)).containsExactly("mine");
  }

  @Test
  void handsOutCallsThatWereStoredTogetherInAnyPortions() throws Exception {
    parts.events.appendAcrossTenants(calls(tenant, "a", "b", "c", "d", "e"));
    parts.events.appendAcrossTenants(calls(tenant, "f"));

    List<List<String>> portions =
        List.of(takeAndRoute(2), takeAndRoute(1), takeAndRoute(3), takeAndRoute(10));

    assertThat(portions)
        .containsExactly(List.of("a", "b"), List.of("c"), List.of("d", "e", "f"), List.of());
    assertThat(pendingRows()).isZero();
  }

  @Test
  void keepsApartWhatWasStoredTogetherForDifferentTenants() throws Exception {
    TenantId other = StoreParts.aTenant();
    List<NewWebhook> together = new ArrayList<>(calls(tenant, "mine", "mine too"));
    together.addAll(1, calls(other, "not mine"));
    parts.events.appendAcrossTenants(together);

    List<WebhookEvent> all =
        transaction.execute(_ ->
            IntStream.range(0, WebhookInbox.SHARDS)
                .mapToObj(each -> parts.inbox.takeAcrossTenants(each, 10))
                .flatMap(List::stream)
                .toList());

    assertThat(all)
        .extracting(WebhookEvent::tenantId, StoreParts::bodyOf)
        .containsExactlyInAnyOrder(
            tuple(tenant, "mine"), tuple(tenant, "mine too"), tuple(other, "not mine"));
    assertThat(all).extracting(WebhookEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void takesOverWhatAVersionBeforeParcelsHasStored() throws Exception {
    parts.events.appendAcrossTenants(calls(tenant, "from before"));
    parts
        .jdbc
        .sql(
            """
            with moved as (
              delete from webhook_pending p returning p.shard, p.event_id, p.received_at, p.bytes)
            insert into webhook_unread (shard, event_id, received_at, bytes)
            select m.shard, m.event_id, m.received_at, m.bytes from moved m
            """)
        .update();
    List<String> before = takeAndRoute(10);

    parts.takeover.moveAcrossTenants();

    assertThat(before).isEmpty();
    assertThat(takeAndRoute(10)).containsExactly("from before");
  }

  @Test
  void measuresCallsAndNotTheirParcels() throws Exception {
    var backlog = new WebhookBacklog(parts.jdbc, parts.metrics, parts.clock);
    parts.events.appendAcrossTenants(calls(tenant, "a", "b", "c"));
    takeAndRoute(1);
    parts.clock.advance(Duration.ofSeconds(7));

    backlog.measureAcrossTenants();

    assertThat(parts.registry.get("webhooks.unread").gauge().value()).isEqualTo(2);
    assertThat(parts.registry.get("webhooks.unread.oldest").gauge().value()).isEqualTo(7);
  }

  @Test
  void takesFewerCallsWhenTheyAreLarge() throws Exception {
    String large = "x".repeat(3_000_000);
    for (int i = 0; i < 8; i++) {
      parts.groupCommit.store(StoreParts.aCall(tenant, large));
    }

    assertThat(takeAndRoute(100)).hasSizeBetween(1, 6);
  }

  @Test
  void keepsEverythingAboutACall() throws Exception {
    var call =
        new NewWebhook(
            null, WebhookSource.META, "previous", null, null, new byte[] {0, -1, 34, 92, 127});
    parts.groupCommit.store(call);

    WebhookEvent event =
        transaction.execute(_ -> parts.inbox.takeAcrossTenants(call.shard(), 10)).getFirst();

    assertThat(event.tenantId()).isNull();
    assertThat(event.source()).isEqualTo(WebhookSource.META);
    assertThat(event.body()).containsExactly(0, -1, 34, 92, 127);
    assertThat(event.receivedAt()).isEqualTo(parts.clock.instant());
  }

  private static List<NewWebhook> calls(TenantId tenant, String... bodies) {
    return Stream.of(bodies).map(body -> StoreParts.aCall(tenant, body)).toList();
  }

  private long pendingRows() {
    return parts.jdbc.sql("select count(*) from webhook_pending").query(Long.class).single();
  }

  private List<String> takeAndRoute(int limit) {
    return transaction.execute(_ -> {
      List<WebhookEvent> events = parts.inbox.takeAcrossTenants(shard, limit);
      parts.inbox.routed(events);
      return events.stream().map(StoreParts::bodyOf).toList();
    });
  }

  private List<WebhookEvent> inAnotherTransaction() {
    TransactionTemplate other = database.transactions();
    other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    return other.execute(_ -> parts.inbox.takeAcrossTenants(shard, 10));
  }
}
