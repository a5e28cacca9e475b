package io.agentbench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// What people wait for on the screens that read: dashboard, list, deep pages, searches; of the
/// biggest tenant of a seeded database, and in the same run of a small one.
///
/// One client, one request after the other; the time is from the request to the end of the answer.
final class ReadBench implements Benchmark {
  private static final List<String> FILTERS =
      List.of(
          "",
          "status=active",
          "status=closed",
          "status=error",
          "direction=inbound",
          "direction=outbound&status=closed",
          "errorCode=131026",
          "errorCode=131047&direction=outbound",
          "phoneNumberId=340000000000201&status=active");
  private static final List<String> COLUMNS =
      List.of("lastActivity", "createdAt", "contactName", "waId", "status", "messageCount");
  private static final List<String> SEARCHES =
      List.of(
          "maria",
          "schei",
          "mann",
          "nna",
          "kov",
          "ller",
          "4915",
          "000123",
          "7001",
          "lee",
          "sofía s",
          "ste",
          "gra",
          "no such name",
          "491600001",
          "yuki ha",
          "ö",
          "jo");

  private final HttpClient http = BenchSession.client();

  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    int requests = options.number("requests", 200);
    Path data = Path.of(options.text("data", "benchmarks/target/read"));
    try (PortalProcess portal =
        PortalProcess.start(BenchPortal.class, data, List.of("-Xmx512m"), SeedBench.SETTINGS)) {
      var database = BenchDatabase.of(data);
      BenchSession big = BenchSession.open(database, portal.port(), 0);
      BenchSession small = BenchSession.open(database, portal.port(), 1);
      System.out.printf(
          "%,d conversations; reference: %,d%n", big.conversations(), small.conversations());
      Map<String, IntFunction<String>> kinds = kinds();
      measure(kinds, big, small, requests / 2);
      Map<String, Figure> figures = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        measure(kinds, big, small, requests)
            .forEach((metric, figure) -> figures.merge(metric, figure, ReadBench::joined));
      }
      return List.copyOf(figures.values());
    }
  }

  private static Map<String, IntFunction<String>> kinds() {
    Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
    kinds.put("dashboard", _ -> "/api/analytics/dashboard");
    kinds.put("list_first", ReadBench::firstPage);
    kinds.put("list_deep", ReadBench::deepPage);
    kinds.put(
        "search",
        i ->
            "/api/conversations?search="
                + SEARCHES
                    .get(i % SEARCHES.size())
                    .replace(" ", "%20")
                    .replace("ö", "%C3%B6")
                    .replace("í", "%C3%AD"));
    return kinds;
  }

  /// Every filter with every order in turn, some with a stretch of time.
  private static String firstPage(int i) {
    String order =
        "sortBy=%s&sortOrder=%s"
            .formatted(
                COLUMNS.get(i % COLUMNS.size()), i / COLUMNS.size() % 2 == 0 ? "desc" : "asc");
    String time = i % 7 == 3 ? "&from=" + Instant.now().minus(Duration.ofDays(20 + i % 30)) : "";
    return "/api/conversations?" + order + time + "&" + FILTERS.get(i % FILTERS.size());
  }

  /// Page 25,000, or the last one of smaller tenants: the placeholder is the page.
  private static String deepPage(int i) {
    return "/api/conversations?page=PAGE&"
        + List.of("", "sortOrder=asc", "status=closed").get(i % 3);
  }

  private Map<String, Figure> measure(
      Map<String, IntFunction<String>> kinds, BenchSession big, BenchSession small, int requests)
      throws IOException, InterruptedException {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (var kind : kinds.entrySet()) {
      Outcome reference = requests(kind.getValue(), small, requests);
      Outcome outcome = requests(kind.getValue(), big, requests);
      for (var percentile : Map.of("_p99_ms", 0.99, "_p50_ms", 0.5).entrySet()) {
        String metric = kind.getKey() + percentile.getKey();
        figures.put(
            metric,
            new Figure(
                metric,
                "ms",
                List.of(outcome.percentileMillis(percentile.getValue())),
                List.of(reference.percentileMillis(percentile.getValue()))));
      }
    }
    return figures;
  }

  private Outcome requests(IntFunction<String> path, BenchSession session, int requests)
      throws IOException, InterruptedException {
    long lastPage = Math.max(1, session.conversations() / 20 * 9 / 10);
    long[] nanos = new long[requests];
    long started = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      String address = path.apply(i).replace("PAGE", Long.toString(Math.min(25_000, lastPage)));
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer =
          http.send(session.get(address), HttpResponse.BodyHandlers.ofByteArray());
      nanos[i] = System.nanoTime() - begun;
      if (answer.statusCode() != 200) {
        throw new IOException(address + ": " + answer.statusCode() + " (expected: 200)");
      }
      if (Boolean.getBoolean("bench.verbose") && nanos[i] > 20_000_000) {
        System.out.printf("%6.1f ms %s%n", nanos[i] / 1e6, address);
      }
    }
    return Outcome.of(
        requests, 0, System.nanoTime() - started, Arrays.copyOf(nanos, requests), requests);
  }

  private static Figure joined(Figure one, Figure other) {
    return new Figure(
        one.metric(),
        one.unit(),
        joined(one.values(), other.values()),
        joined(one.references(), other.references()));
  }

  private static List<Double> joined(List<Double> one, List<Double> other) {
    List<Double> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
