package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {

  @Test
  void neverMovesATenantToAnotherShard() {
    var tenant = TenantId.parse("8f14e45f-ceea-467f-a9ee-0242ac120002");

    assertThat(Shards.of(tenant, new byte[0])).isEqualTo(6);
  }

  @Test
  void usesAllShards() {
    var used =
        IntStream.range(0, 500)
            .mapToObj(_ -> Shards.of(new TenantId(UUID.randomUUID()), new byte[0]))
            .collect(Collectors.toSet());

    assertThat(used).hasSize(WebhookInbox.SHARDS).allMatch(shard -> shard >= 0 && shard < 16);
  }

  @Test
  void spreadsASharedAppByPhoneNumber() {
    assertThat(Shards.of(null, body("\"phone_number_id\":\"106540352242922\"")))
        .isNotEqualTo(Shards.of(null, body("\"phone_number_id\":\"106540352242923\"")));
    assertThat(Shards.of(null, body("not json"))).isZero();
  }

  private static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
