package io.agentbench;

import io.agentportal.PortalApplication;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import io.agentsandbox.demo.DemoSetUp;
import io.agentsandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Customers' messages from Meta's webhook to Genesys, end to end, with partners that answer at
/// once: how many a second, how long each takes at 200 a second, and what an organisation notices
/// when the Genesys of another one has become slow.
final class BridgeBench implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int CUSTOMERS = 500;
  private static final double STEADY_PER_SECOND = 200;
  private static final double NEIGHBOUR_PER_SECOND = 20;
  private static final int NEIGHBOUR_MILLIS = 5_000;
  private static final Pattern HOOK = Pattern.compile("/webhook/meta/[0-9a-f-]{36}");

  private final List<Double> delivered = new ArrayList<>();
  private final List<Double> micros = new ArrayList<>();
  private final List<Double> median = new ArrayList<>();
  private final List<Double> slowest = new ArrayList<>();
  private final List<Double> undisturbed = new ArrayList<>();
  private final List<Double> disturbed = new ArrayList<>();

  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    int messages = options.number("messages", 5_000);
    Duration span = Duration.ofSeconds(options.number("seconds", 10));
    Path folder = Path.of(options.text("data", "benchmarks/target/bridge"));
    List<String> jvm = List.of(options.text("jvm", "-Xmx256m").split(" "));
    Scratch.clear(folder.resolve("portal"));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests().withKeep(200_000));
        PortalProcess portal =
            PortalProcess.start(
                PortalApplication.class, folder.resolve("portal"), jvm, settings(sandbox))) {
      Side here = Side.setUp(sandbox, portal, sandbox.northwind());
      Side there = Side.setUp(sandbox, portal, sandbox.contoso());
      there.flood(portal, messages);
      here.flood(portal, messages);
      for (int round = 1; round <= rounds; round++) {
        measureRate(portal, here, messages);
        measureLatency(portal, here, span);
        measureNeighbour(sandbox, portal, here, there, span);
        System.out.printf(
            "round %d: %,.0f/s delivered; at %.0f/s p50 %.1f ms, p99 %.1f ms%n",
            round, delivered.getLast(), STEADY_PER_SECOND, median.getLast(), slowest.getLast());
      }
      return figures(KernelBooks.residentMb(portal.handle().pid()));
    }
  }

  private static Map<String, String> settings(Sandbox sandbox) {
    Map<String, String> settings = new HashMap<>();
    String base = sandbox.baseUri().toString();
    settings.put("portal.genesys.client-id", sandbox.loginClient().id());
    settings.put("portal.genesys.client-secret", sandbox.loginClient().secret());
    settings.put("portal.genesys.regions.us-east-1.login-url", base);
    settings.put("portal.genesys.regions.us-east-1.api-url", base);
    settings.put("portal.meta.graph-url", base);
    return settings;
  }

  private void measureRate(PortalProcess portal, Side here, int messages) throws Exception {
    ProcessorTime before = ProcessorTime.of(portal.handle());
    delivered.add(here.flood(portal, messages));
    micros.add(ProcessorTime.of(portal.handle()).since(before).totalMicros() / messages);
  }

  private void measureLatency(PortalProcess portal, Side here, Duration span) throws Exception {
    long[] latencies = here.steadily(portal, STEADY_PER_SECOND, span);
    median.add(percentile(latencies, 0.5));
    slowest.add(percentile(latencies, 0.99));
  }

  /// The neighbour's Genesys takes five seconds for each call, more than it can have open; then
  /// once more without that.
  private void measureNeighbour(
      Sandbox sandbox, PortalProcess portal, Side here, Side there, Duration span)
      throws Exception {
    for (boolean slow : new boolean[] {true, false}) {
      if (slow) {
        sandbox
            .control()
            .fault(
                Map.of(
                    "target",
                    "genesys.inbound",
                    "kind",
                    "slow",
                    "org",
                    there.organization(),
                    "delayMillis",
                    NEIGHBOUR_MILLIS));
      }
      Thread neighbour =
          Thread.ofVirtual().start(() -> there.steadilyAside(portal, NEIGHBOUR_PER_SECOND, span));
      long[] latencies = here.steadily(portal, STEADY_PER_SECOND, span);
      neighbour.join();
      sandbox.control().clearFaults();
      (slow ? disturbed : undisturbed).add(percentile(latencies, 0.99));
    }
  }

  private List<Figure> figures(double residentMb) {
    String steady =
        "ms from due at Meta to taken by Genesys, at %.0f/s".formatted(STEADY_PER_SECOND);
    return List.of(
        Figure.of("delivered_per_s", "1/s from the webhook to Genesys", delivered),
        Figure.of("cpu_us_per_message", "us, JVM and database", micros),
        Figure.of("added_latency_p50_ms", steady, median),
        Figure.of("added_latency_p99_ms", steady, slowest),
        new Figure(
            "stalled_neighbour_p99_ratio",
            "p99 in ms, reference: the neighbour's Genesys is quick",
            disturbed,
            undisturbed),
        Figure.of("rss_mb", "MB of the service", List.of(residentMb)));
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /// One organisation with its customers.
  private record Side(String organization, SignedRequests.Account account, Arrivals arrivals) {

    static Side setUp(Sandbox sandbox, PortalProcess portal, World world)
        throws InterruptedException {
      Set<String> before = hooks(sandbox);
      URI address = URI.create("http://localhost:" + portal.port());
      try (var http = HttpClient.newHttpClient()) {
        var demo = new DemoSetUp(http, address, world, sandbox.password(), System.out::println);
        if (!demo.withPauseAfterFailure(Duration.ofSeconds(1)).run()) {
          throw new IllegalStateException("the set-up failed: " + world.key());
        }
      }
      Set<String> hooks = hooks(sandbox);
      hooks.removeAll(before);
      return new Side(
          world.key(),
          new SignedRequests.Account(
              hooks.iterator().next(),
              world.meta().appSecret(),
              world.meta().wabaId(),
              world.meta().phoneNumberId(),
              CUSTOMERS),
          new Arrivals(sandbox.baseUri(), world.key()));
    }

    private static Set<String> hooks(Sandbox sandbox) {
      return HOOK.matcher(sandbox.control().state().toString())
          .results()
          .map(MatchResult::group)
          .collect(Collectors.toCollection(HashSet::new));
    }

    /// @return delivered a second, from the first call to the last arrival
    double flood(PortalProcess portal, int messages) throws Exception {
      var requests = SignedRequests.render(List.of(account), messages);
      try (var load = new LoadGenerator(portal.port(), CONNECTIONS)) {
        long startedMillis = System.currentTimeMillis();
        load.asFastAsPossible(requests, Duration.ofMinutes(1)).demandAllAccepted();
        SortedMap<Long, Long> arrived = arrivals.next(messages);
        long endedMillis = arrived.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return messages / ((endedMillis - startedMillis) / 1e3);
      }
    }

    /// @return milliseconds from when each message was due to its arrival, ascending
    long[] steadily(PortalProcess portal, double perSecond, Duration span) throws Exception {
      int messages = (int) Math.round(perSecond * span.toSeconds());
      var requests = SignedRequests.render(List.of(account), messages);
      try (var load = new LoadGenerator(portal.port(), CONNECTIONS)) {
        long startedMillis = System.currentTimeMillis();
        load.atRate(requests, perSecond, span).demandAllAccepted();
        SortedMap<Long, Long> arrived = arrivals.next(messages);
        long[] latencies = new long[messages];
        int sent = 0;
        for (long arrivedMillis : arrived.values()) {
          latencies[sent] = arrivedMillis - startedMillis - Math.round(sent * 1e3 / perSecond);
          sent++;
        }
        Arrays.sort(latencies);
        return latencies;
      }
    }

    /// For a thread of its own.
    void steadilyAside(PortalProcess portal, double perSecond, Duration span) {
      try {
        steadily(portal, perSecond, span);
      } catch (Exception failure) {
        throw new IllegalStateException("the neighbour failed", failure);
      }
    }
  }
}
