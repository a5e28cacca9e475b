package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
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
