package io.agentportal.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoalescerTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();

  private final TenantId northwind = new TenantId(UUID.randomUUID());
  private final TenantId contoso = new TenantId(UUID.randomUUID());
  private final Coalescer coalescer = new Coalescer(Duration.ofMillis(200));

  @Test
  void givesTheFirstChangeOutAtOnce() {
    coalescer.add(Activity.of(northwind, List.of(UUID.randomUUID())));

    assertThat(coalescer.nanosUntilNext(0)).hasValue(0);
    assertThat(coalescer.take(0)).hasSize(1);
    assertThat(coalescer.nanosUntilNext(0)).isEmpty();
  }

  @Test
  void gathersWhatComesWithinTheInterval() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    coalescer.add(Activity.of(northwind, List.of(UUID.randomUUID())));
    coalescer.take(0);
    coalescer.add(Activity.of(northwind, List.of(first)));
    coalescer.add(Activity.of(northwind, List.of(second, first)));

    assertThat(coalescer.take(199 * MILLI)).isEmpty();
    assertThat(coalescer.nanosUntilNext(150 * MILLI)).hasValue(50 * MILLI);
    assertThat(coalescer.take(200 * MILLI))
        .singleElement()
        .satisfies(a -> assertThat(a.conversationIds()).containsExactly(first, second));
  }

  @Test
  void givesOutAtMostFiveASecond() {
    int given = 0;

    for (long millis = 0; millis < 10_000; millis++) {
      coalescer.add(Activity.of(northwind, List.of(UUID.randomUUID())));
      given += coalescer.take(millis * MILLI).size();
    }

    assertThat(given).isEqualTo(50);
  }

  @Test
  void letsNoTenantWaitForAnother() {
    coalescer.add(Activity.of(northwind, List.of(UUID.randomUUID())));
    coalescer.take(0);
    coalescer.add(Activity.of(northwind, List.of(UUID.randomUUID())));
    coalescer.add(Activity.of(contoso, List.of(UUID.randomUUID())));

    assertThat(coalescer.take(MILLI)).extracting(Activity::tenantId).containsExactly(contoso);
  }

  @Test
  void namesAtMostFiftyConversations() {
    List<UUID> many = Stream.generate(UUID::randomUUID).limit(51).toList();

    Activity all = Activity.of(northwind, many.subList(0, 50));
    Activity more = all.and(Activity.of(northwind, many));

    assertThat(all.more()).isFalse();
    assertThat(more.conversationIds()).hasSize(50);
    assertThat(more.more()).isTrue();
  }

  @Test
  void readsBackWhatItTellsOtherNodes() {
    var message =
        new ClusterMessage(
            UUID.randomUUID(),
            Activity.of(northwind, Stream.generate(UUID::randomUUID).limit(60).toList()));

    assertThat(ClusterMessage.read(message.write())).isEqualTo(message);
    assertThat(message.write()).hasSizeLessThan(8_000);
    assertThat(
            ClusterMessage.read(
                    new ClusterMessage(UUID.randomUUID(), Activity.somewhere(contoso)).write())
                .activity())
        .isEqualTo(Activity.somewhere(contoso));
  }
}
