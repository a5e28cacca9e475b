package io.agentbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How many webhooks a second the service takes, against the same service with storage switched off
/// and against single-row commits of the same database; and how long an answer takes at half that
/// rate.
///
/// Options: `--rounds`, `--seconds` of one measurement, `--connections`, and `--bridge=on` to have
/// what comes in routed at the same time, on the same processors.
final class IngestBench implements Benchmark {
  private static final int[] COMMIT_CLIENTS = {1, 16, 64};
  private static final int PREPARED_PER_SECOND = 40_000;

  private final List<Double> accepted = new ArrayList<>();
  private final List<Double> acceptedOfMany = new ArrayList<>();
  private final List<Double> unstored = new ArrayList<>();
  private final List<Double> micros = new ArrayList<>();
  private final List<Double> programMicros = new ArrayList<>();
  private final List<Double> unstoredMicros = new ArrayList<>();
  private final List<List<Double>> commits = new ArrayList<>();

  @Override
  public List<Figure> run(Options options) throws Exception {
    Load load =
        new Load(
            Duration.ofSeconds(options.number("seconds", 6)), options.number("connections", 64));
    boolean bridge = options.isOn("bridge", false);
    Path folder = Path.of(options.text("data", "benchmarks/target/ingest"));
    List<String> jvm = List.of(options.text("jvm", "-Xmx1g").split(" "));
    System.out.println("bridge " + (bridge ? "on" : "off") + ", " + load);
    Scratch.clear(folder.resolve("stored"));
    Scratch.clear(folder.resolve("off"));
    try (PortalProcess portal =
            PortalProcess.start(
                BenchPortal.class, folder.resolve("stored"), jvm, settings(bridge, "on"));
        PortalProcess storageOff =
            PortalProcess.start(
                BenchPortal.class, folder.resolve("off"), jvm, settings(bridge, "off"))) {
      return measure(portal, storageOff, options.number("rounds", 3), load);
    }
  }

  /// The 64 clients of the reference come on top of the service's own connections.
  private static Map<String, String> settings(boolean bridge, String storage) {
    return Map.of(
        "bench.storage",
        storage,
        "portal.bridge.enabled",
        Boolean.toString(bridge),
        "portal.database.embedded.settings.max-connections",
        "120");
  }

  private List<Figure> measure(
      PortalProcess portal, PortalProcess storageOff, int rounds, Load load) throws Exception {
    var reference = new SingleRowCommits(portal.dataFolder());
    for (int i = 0; i < COMMIT_CLIENTS.length; i++) {
      commits.add(new ArrayList<>());
    }
    for (PortalProcess each : List.of(storageOff, portal, storageOff, portal, portal)) {
      load.twiceAsLong().peak(each, 1);
    }
    for (int round = 1; round <= rounds; round++) {
      measureOnce(portal, storageOff, load);
      for (int i = 0; i < COMMIT_CLIENTS.length; i++) {
        commits.get(i).add(reference.perSecond(COMMIT_CLIENTS[i], load.span().dividedBy(3)));
      }
      System.out.printf(
          "round %d: %,.0f/s stored (16 tenants: %,.0f/s), %,.0f/s with storage off, single-row"
              + " commits %,.0f/s (1 client) %,.0f/s (16) %,.0f/s (64)%n",
          round,
          accepted.getLast(),
          acceptedOfMany.getLast(),
          unstored.getLast(),
          commits.get(0).getLast(),
          commits.get(1).getLast(),
          commits.get(2).getLast());
    }
    List<Figure> figures = new ArrayList<>(rates());
    figures.addAll(latencies(portal, storageOff, rounds, load));
    return figures;
  }

  private void measureOnce(PortalProcess portal, PortalProcess storageOff, Load load)
      throws Exception {
    Load.Peak off = load.peak(storageOff, 1);
    unstored.add(off.outcome().perSecond());
    unstoredMicros.add(off.used().totalMicros() / off.outcome().answered());
    Load.Peak on = load.peak(portal, 1);
    accepted.add(on.outcome().perSecond());
    micros.add(on.used().totalMicros() / on.outcome().answered());
    programMicros.add(on.used().programMicros() / on.outcome().answered());
    acceptedOfMany.add(load.peak(portal, BenchPortal.TENANTS.size()).outcome().perSecond());
  }

  private List<Figure> rates() {
    List<Double> best =
        commits.stream()
            .max((a, b) -> Double.compare(Figure.median(a), Figure.median(b)))
            .orElseThrow();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("accepted_per_s", "1/s, reference: storage off", accepted, unstored));
    figures.add(
        new Figure(
            "accepted_per_s_16_tenants", "1/s, reference: storage off", acceptedOfMany, unstored));
    figures.add(new Figure("commit_per_s", "1/s, reference: single-row, best", accepted, best));
    for (int i = 0; i < COMMIT_CLIENTS.length; i++) {
      figures.add(
          new Figure(
              "commit_per_s_" + COMMIT_CLIENTS[i],
              "1/s, reference: single-row, %d clients".formatted(COMMIT_CLIENTS[i]),
              accepted,
              commits.get(i)));
    }
    figures.add(new Figure("cpu_us_per_webhook", "us, JVM and database", micros, unstoredMicros));
    figures.add(Figure.of("cpu_us_per_webhook_jvm", "us, of these the JVM", programMicros));
    return figures;
  }

  private List<Figure> latencies(
      PortalProcess portal, PortalProcess storageOff, int rounds, Load load) throws Exception {
    double rate = Figure.median(accepted) / 2;
    List<Outcome> stored = new ArrayList<>();
    List<Outcome> off = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      off.add(load.atRate(storageOff, rate));
      stored.add(load.atRate(portal, rate));
    }
    String unit = "ms at %,.0f/s, reference: storage off".formatted(rate);
    return List.of(
        percentile("ack_p50_ms", 0.5, unit, stored, off),
        percentile("ack_p99_ms", 0.99, unit, stored, off));
  }

  private static Figure percentile(
      String metric, double share, String unit, List<Outcome> values, List<Outcome> references) {
    return new Figure(
        metric,
        unit,
        values.stream().map(outcome -> outcome.percentileMillis(share)).toList(),
        references.stream().map(outcome -> outcome.percentileMillis(share)).toList());
  }

  /// What is sent.
  ///
  /// @param span of one measurement
  private record Load(Duration span, int connections) {

    private record Peak(Outcome outcome, ProcessorTime used) {}

    Load twiceAsLong() {
      return new Load(span.multipliedBy(2), connections);
    }

    /// @param tenants to whom the calls go, in turn
    Peak peak(PortalProcess portal, int tenants) throws Exception {
      var requests =
          SignedRequests.render(accounts(tenants), (int) (PREPARED_PER_SECOND * span.toSeconds()));
      try (var generator = new LoadGenerator(portal.port(), connections)) {
        ProcessorTime before = ProcessorTime.of(portal.handle());
        Outcome outcome = generator.asFastAsPossible(requests, span);
        outcome.demandAllAccepted();
        return new Peak(outcome, ProcessorTime.of(portal.handle()).since(before));
      }
    }

    Outcome atRate(PortalProcess portal, double rate) throws Exception {
      var requests = SignedRequests.render(accounts(1), (int) (rate * span.toSeconds()) + 1);
      try (var generator = new LoadGenerator(portal.port(), connections)) {
        Outcome outcome = generator.atRate(requests, rate, span);
        outcome.demandAllAccepted();
        return outcome;
      } catch (IOException failure) {
        throw new IOException("at %,.0f/s".formatted(rate), failure);
      }
    }

    private static List<SignedRequests.Account> accounts(int tenants) {
      return BenchPortal.TENANTS.stream()
          .limit(tenants)
          .map(tenant ->
              new SignedRequests.Account(
                  "/webhook/meta/" + tenant,
                  BenchPortal.APP_SECRET,
                  "340000000000101",
                  "340000000000201",
                  5_000))
          .toList();
    }
  }
}
