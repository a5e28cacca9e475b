package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.RunningClock;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import io.agentsandbox.control.ControlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A deployment of its own for tests of faults: the sandbox, a database, a clock that the tests
/// move on, two tenants, and as many nodes as a test starts.
///
/// Time passes in steps, one whenever nothing is under way: pauses of minutes cost nothing, and no
/// call is ever overtaken by its own time-out.
final class FaultWorld implements AutoCloseable {
  /// Messages of one test in each direction; `-Dfaults.messages=5000` for the long run.
  static final int MESSAGES = Integer.getInteger("faults.messages", 240);

  /// For calls whose answers get lost; longer than a busy machine takes for an answer.
  static final Duration TIMEOUT = Duration.ofMillis(MESSAGES >= 1000 ? 5000 : 2500);

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration LONG_STEP = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(90L + MESSAGES / 10);

  private static final String MASTER_KEY =
      """
      {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
      "value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==","keyMaterialType":"SYMMETRIC"},\
      "status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}\
      """;

  final RunningClock clock = new RunningClock();
  final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
  final ControlClient control = sandbox.control();
  final JdbcClient jdbc;
  final Organisation northwind;
  final Organisation contoso;
  private final Map<String, String> properties = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private int started;

  private FaultWorld(Map<String, String> database, JdbcClient jdbc, Map<String, String> special) {
    this.jdbc = jdbc;
    properties.putAll(database);
    properties.put("management.server.port", "0");
    properties.put("portal.master-key", MASTER_KEY);
    properties.put("portal.genesys.client-id", sandbox.loginClient().id());
    properties.put("portal.genesys.client-secret", sandbox.loginClient().secret());
    properties.put("portal.genesys.regions.us-east-1.login-url", sandbox.baseUri().toString());
    properties.put("portal.genesys.regions.us-east-1.api-url", sandbox.baseUri().toString());
    properties.put("portal.meta.graph-url", sandbox.baseUri().toString());
    // Read marks and typing go to the address that messages go to, and would meet their faults.
    properties.put("portal.bridge.courtesy.read-marks", "false");
    properties.put("portal.bridge.courtesy.typing", "false");
    properties.put("portal.bridge.poll", "50ms");
    properties.put("portal.credentials.cache", "50ms");
    properties.putAll(special);
    control.settings(Map.of("meta", Map.of("windowCheck", "off")));
    Node node = startNode(Map.of());
    this.northwind = Organisation.connect(sandbox.northwind(), sandbox, node, jdbc);
    this.contoso = Organisation.connect(sandbox.contoso(), sandbox, node, jdbc);
  }

  /// @param database settings that make a service use the database
  /// @param special further settings of all nodes
  static FaultWorld start(
      Map<String, String> database, JdbcClient jdbc, Map<String, String> special) {
    return new FaultWorld(database, jdbc, special);
  }

  /// @param special settings of this node alone
  Node startNode(Map<String, String> special) {
    return startNode(
        freePort(),
        "target/fault-nodes/" + ProcessHandle.current().pid() + "-" + ++started,
        special);
  }

  /// The node that took the first calls; partners call it.
  Node firstNode() {
    return nodes.getFirst();
  }

  /// Stops the first node and starts it again: same address, same data folder.
  void restartFirstNode() {
    Node former = nodes.removeFirst();
    former.close();
    startNode(former.baseUri().getPort(), former.folder(), Map.of());
    nodes.addFirst(nodes.removeLast());
  }

  private Node startNode(int port, String folder, Map<String, String> special) {
    URI baseUri = URI.create("http://localhost:" + port);
    Map<String, String> all = new HashMap<>(properties);
    all.put("server.port", Integer.toString(port));
    all.put("portal.public-url", baseUri.toString());
    all.put("portal.data-dir", folder);
    all.putAll(special);
    Node node = Node.start(baseUri, folder, clock, all);
    nodes.add(node);
    return node;
  }

  /// What a fault of one organisation's calls needs, to be completed with `count` and the like.
  void fault(Organisation organisation, String target, String kind, Map<String, ?> more) {
    Map<String, Object> rule = new HashMap<>(more);
    rule.put("target", target);
    rule.put("kind", kind);
    rule.put("org", organisation.key());
    control.fault(rule);
  }

  /// Whether every fault has struck as often as it should.
  boolean areFaultsOver() {
    return control.state().path("faults").isEmpty();
  }

  /// Lets this much time pass.
  void pass(Duration span) {
    Instant end = clock.instant().plus(span);
    while (clock.instant().isBefore(end)) {
      awaitQuiet();
      advance(LONG_STEP);
    }
    awaitQuiet();
  }

  /// Lets this much time pass at once.
  void jump(Duration span) {
    awaitQuiet();
    advance(span);
  }

  /// Lets time pass until it is so.
  ///
  /// @return how much passed
  Duration passUntil(BooleanSupplier condition) {
    Instant start = clock.instant();
    long endNanos = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("patience of " + PATIENCE + "\n" + standing())
          .isLessThan(endNanos);
      awaitQuiet();
      if (!condition.getAsBoolean()) {
        advance(STEP);
      }
    }
    return Duration.between(start, clock.instant());
  }

  /// Waits until it is so, while the clock shows the real time.
  void awaitSoon(BooleanSupplier condition) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(condition.getAsBoolean()).as(this::standing).isTrue());
  }

  /// Waits until nothing is under way: no call, no webhook, nothing to route.
  void awaitQuiet() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .during(Duration.ofMillis(70))
        .until(this::isQuiet);
  }

  private boolean isQuiet() {
    return control.state().path("webhooks").path("underWay").asInt() == 0
        && count("select count(*) from webhook_pending") == 0
        && count("select count(*) from delivery_lane l where l.owner is not null") == 0;
  }

  private void advance(Duration span) {
    control.advanceClock(span);
    clock.advance(span);
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /// For whoever reads a failure.
  private String standing() {
    return "lanes: "
        + jdbc.sql(
                """
                select l.direction, l.due_at - :now as due_in, l.owner, l.sending, l.needs_credentials, count(*)
                  from delivery_lane l
                 group by 1, 2, 3, 4, 5
                 limit 20
                """)
            .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
            .query()
            .listOfRows();
  }

  @Override
  public void close() {
    nodes.reversed().forEach(Node::close);
    sandbox.close();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
