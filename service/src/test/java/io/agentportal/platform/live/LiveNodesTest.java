package io.agentportal.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Two nodes on one database.
class LiveNodesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TenantId tenantId = new TenantId(UUID.randomUUID());
  private final Node here = new Node();
  private final Node there = new Node();

  @BeforeEach
  void bothListen() {
    await().atMost(PATIENCE).until(() -> listeners() == 2);
  }

  @AfterEach
  void stop() {
    here.stop();
    there.stop();
  }

  @Test
  void tellsTheStreamsOfBothNodes() throws Exception {
    LiveStream near = here.streams.open(tenantId).orElseThrow();
    LiveStream far = there.streams.open(tenantId).orElseThrow();
    UUID conversation = UUID.randomUUID();

    here.updates.changed(tenantId, List.of(conversation));

    assertThat(written(near).conversationIds()).containsExactly(conversation);
    assertThat(written(far).conversationIds()).containsExactly(conversation);
  }

  @Test
  void tellsNobodyOfAnotherTenant() throws Exception {
    LiveStream other = here.streams.open(new TenantId(UUID.randomUUID())).orElseThrow();
    LiveStream own = here.streams.open(tenantId).orElseThrow();

    here.updates.changed(tenantId, List.of(UUID.randomUUID()));

    written(own);
    assertThat(other.await(Duration.ZERO)).isEqualTo(new LiveStream.Turn.Idle());
  }

  @Test
  void listensAgainAfterALostConnectionAndSaysThatSomethingMayBeMissing() throws Exception {
    LiveStream stream = there.streams.open(tenantId).orElseThrow();

    database
        .jdbc()
        .sql(
            """
            select pg_terminate_backend(a.pid)
              from pg_stat_activity a
             where a.datname = current_database()
               and a.query ilike 'listen %'
            """)
        .query(Boolean.class)
        .list();

    assertThat(written(stream)).isEqualTo(Activity.somewhere(tenantId));
    UUID conversation = UUID.randomUUID();
    await().atMost(PATIENCE).until(() -> listeners() == 2);
    here.updates.changed(tenantId, List.of(conversation));
    assertThat(written(stream).conversationIds()).containsExactly(conversation);
  }

  @Test
  void keepsOneUpdateForAReaderWhoIsSlow() throws Exception {
    LiveStream slow = here.streams.open(tenantId).orElseThrow();
    for (int i = 0; i < 1_000; i++) {
      slow.offer(Activity.of(tenantId, List.of(UUID.randomUUID())));
    }

    Activity caughtUp = written(slow);

    assertThat(caughtUp.conversationIds()).hasSize(Activity.MAX_NAMED);
    assertThat(caughtUp.more()).isTrue();
    assertThat(slow.await(Duration.ZERO)).isEqualTo(new LiveStream.Turn.Idle());
  }

  @Test
  void endsStreamsWhenTheNodeStopsAndRefusesNewOnes() throws Exception {
    LiveStream stream = here.streams.open(tenantId).orElseThrow();

    here.streams.stop();

    assertThat(stream.await(PATIENCE)).isEqualTo(new LiveStream.Turn.End());
    assertThat(here.streams.open(tenantId)).isEmpty();
  }

  private static Activity written(LiveStream stream) throws InterruptedException {
    LiveStream.Turn turn = stream.await(PATIENCE);
    assertThat(turn).isInstanceOf(LiveStream.Turn.Write.class);
    return ((LiveStream.Turn.Write) turn).activity();
  }

  private static long listeners() {
    return database
        .jdbc()
        .sql(
            """
            select count(*)
              from pg_stat_activity a
             where a.datname = current_database()
               and a.query ilike 'listen %'
            """)
        .query(Long.class)
        .single();
  }

  private static final class Node {
    private final LiveProperties properties =
        new LiveProperties(
            Duration.ofMillis(200), Duration.ofSeconds(15), Duration.ofSeconds(2), 100);
    private final LiveStreams streams = new LiveStreams(properties);
    private final ClusterSender sender = new ClusterSender(database.jdbc(), properties);
    private final LiveUpdates updates = new LiveUpdates(streams, sender);
    private final ClusterListener listener = new ClusterListener(address(), sender, streams);

    Node() {
      streams.start();
      listener.start();
    }

    void stop() {
      listener.stop();
      streams.stop();
      streams.close();
      sender.stop();
    }

    private static JdbcConnectionDetails address() {
      var properties = database.properties();
      return new JdbcConnectionDetails() {
        @Override
        public String getUsername() {
          return properties.getOrDefault("portal.database.user", "");
        }

        @Override
        public String getPassword() {
          return properties.getOrDefault("portal.database.password", "");
        }

        @Override
        public String getJdbcUrl() {
          return properties.getOrDefault("portal.database.url", "");
        }
      };
    }
  }
}
