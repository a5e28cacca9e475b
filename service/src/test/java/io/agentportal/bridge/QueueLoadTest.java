package io.agentportal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.bridge.Lane.Queue;
import io.agentportal.bridge.LaneStore.Want;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueLoadTest {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final QueueLoad load = new QueueLoad(properties(), clock);
  private final Queue queue = new Queue(new TenantId(UUID.randomUUID()), Direction.TO_GENESYS);

  @Test
  void restsAsLongAsThePartnerAsksThoughACallUnderWayWentWell() {
    load.hasWork(List.of(queue));
    claimAll();

    load.troubled(queue, RETRY_AFTER);
    load.succeeded(queue);

    assertThat(load.mayGoOn(queue)).isFalse();
    clock.advance(RETRY_AFTER);
    assertThat(load.mayGoOn(queue)).isTrue();
  }

  @Test
  void triesWithOneLaneAfterEachRefusalSoThatTwentyCostFortySeconds() {
    load.hasWork(List.of(queue));
    var start = clock.instant();

    for (int refusal = 0; refusal < 20; refusal++) {
      load.hasWork(List.of(queue));
      Want want = load.wants().getFirst();
      assertThat(want.lanes()).isEqualTo(refusal == 0 ? 64 : 1);
      load.claimed(want, 1);
      clock.advance(load.troubled(queue, RETRY_AFTER));
      load.released(queue);
    }
    load.succeeded(queue);
    load.hasWork(List.of(queue));

    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(40));
    assertThat(load.wants()).containsExactly(new Want(queue, 64));
  }

  @Test
  void isBackToFullSizeAfterAPauseOfOurOwn() {
    load.hasWork(List.of(queue));
    claimAll();

    load.pause(queue, Duration.ofMillis(13));
    boolean goesOnInThePause = load.mayGoOn(queue);
    clock.advance(Duration.ofMillis(13));
    load.released(queue);
    load.hasWork(List.of(queue));

    assertThat(goesOnInThePause).isFalse();
    assertThat(load.wants()).containsExactly(new Want(queue, 64));
  }

  private void claimAll() {
    load.claimed(load.wants().getFirst(), 1);
  }

  private static BridgeProperties properties() {
    return new BridgeProperties(
        true,
        500,
        Duration.ofMillis(500),
        256,
        64,
        new BridgeProperties.Retry(
            30,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofHours(24)),
        new BridgeProperties.Uncertain(
            Duration.ofMinutes(2), Duration.ofSeconds(2), Duration.ofSeconds(10)),
        new BridgeProperties.Lease(Duration.ofSeconds(1), Duration.ofSeconds(5)));
  }
}
