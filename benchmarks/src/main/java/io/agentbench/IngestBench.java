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
final class IngestBench implements Benchmark {
  private static final int[] COMMIT_CLIENTS = {1, 16, 64};

  /// The 64 clients of the reference come on top of the service's own connections.
  private static final Map<String, String> ROOM_FOR_THE_REFERENCE =
      Map.of("portal.database.embedded.settings.max-connections", "120");

  private static final int PREPARED_PER_SECOND = 40_000;

  private final List<Double> accepted = new ArrayList<>();
  private final List<Double> unstored = new ArrayList<>();
  private final List<Double> micros = new ArrayList<>();
  private final List<Double> programMicros = new ArrayList<>();
  private final List<Double> unstoredMicros = new ArrayList<>();
  private final List<List<Double>> commits = new ArrayList<>();

  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    Duration span = Duration.ofSeconds(options.number("seconds", 6));
    int connections = options.number("connections", 64);
    Path folder = Path.of(options.text("data", "benchmarks/target/ingest"));
    List<String> jvm = List.of(options.text("jvm", "-Xmx1g").split(" "));
    try (PortalProcess portal =
            PortalProcess.start(
                BenchPortal.class, folder.resolve("stored"), jvm, ROOM_FOR_THE_REFERENCE);
        PortalProcess storageOff =
            PortalProcess.start(
                BenchPortal.class, folder.resolve("off"), jvm, Map.of("bench.storage", "off"))) {
      return measure(portal, storageOff, rounds, span, connections);
    }
  }

  private List<Figure> measure(
      PortalProcess portal, PortalProcess storageOff, int rounds, Duration span, int connections)
      throws Exception {
    var reference = new SingleRowCommits(portal.dataFolder());
    for (int i = 0; i < COMMIT_CLIENTS.length; i++) {
      commits.add(new ArrayList<>());
    }
    for (PortalProcess each : List.of(storageOff, portal, storageOff, portal, portal)) {
      peak(each, span.multipliedBy(2), connections);
    }
    for (int round = 0; round < rounds; round++) {
      Peak off = peak(storageOff, span, connections);
      unstored.add(off.outcome.perSecond());
      unstoredMicros.add(off.used.totalMicros() / off.outcome.answered());
      Peak on = peak(portal, span, connections);
      accepted.add(on.outcome.perSecond());
      micros.add(on.used.totalMicros() / on.outcome.answered());
      programMicros.add(on.used.programMicros() / on.outcome.answered());
      for (int i = 0; i < COMMIT_CLIENTS.length; i++) {
        commits.get(i).add(reference.perSecond(COMMIT_CLIENTS[i], span.dividedBy(3)));
      }
      System.out.printf(
          "round %d: %,.0f/s stored, %,.0f/s with storage off, single-row commits %,.0f/s"
              + " (1 client) %,.0f/s (16) %,.0f/s (64)%n",
          round + 1,
          last(accepted),
          last(unstored),
          last(commits.get(0)),
          last(commits.get(1)),
          last(commits.get(2)));
    }
    List<Figure> figures = new ArrayList<>(rates());
    figures.addAll(latencies(portal, storageOff, rounds, span, connections));
    return figures;
  }

  private List<Figure> rates() {
    List<Double> best =
        commits.stream()
            .max((a, b) -> Double.compare(Figure.median(a), Figure.median(b)))
            .orElseThrow();
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("accepted_per_s", "1/s, reference: storage off", accepted, unstored));
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
      PortalProcess portal, PortalProcess storageOff, int rounds, Duration span, int connections)
      throws Exception {
    double rate = Figure.median(accepted) / 2;
    List<Outcome> stored = new ArrayList<>();
    List<Outcome> off = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      off.add(atRate(storageOff, rate, span, connections));
      stored.add(atRate(portal, rate, span, connections));
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

  private record Peak(Outcome outcome, ProcessorTime used) {}

  private static Peak peak(PortalProcess portal, Duration span, int connections) throws Exception {
    var requests = SignedRequests.render(account(), (int) (PREPARED_PER_SECOND * span.toSeconds()));
    try (var load = new LoadGenerator(portal.port(), connections)) {
      ProcessorTime before = ProcessorTime.of(portal.handle());
      Outcome outcome = load.asFastAsPossible(requests, span);
      outcome.demandAllAccepted();
      return new Peak(outcome, ProcessorTime.of(portal.handle()).since(before));
    }
  }

  private static Outcome atRate(PortalProcess portal, double rate, Duration span, int connections)
      throws Exception {
    var requests = SignedRequests.render(account(), (int) (rate * span.toSeconds()) + 1);
    try (var load = new LoadGenerator(portal.port(), connections)) {
      Outcome outcome = load.atRate(requests, rate, span);
      outcome.demandAllAccepted();
      return outcome;
    } catch (IOException failure) {
      throw new IOException("at %,.0f/s".formatted(rate), failure);
    }
  }

  private static SignedRequests.Account account() {
    return new SignedRequests.Account(
        "/webhook/meta/" + BenchPortal.TENANT,
        BenchPortal.APP_SECRET,
        "340000000000101",
        "340000000000201",
        5_000);
  }

  private static double last(List<Double> values) {
    return values.getLast();
  }
}
