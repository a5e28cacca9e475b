package io.agentbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Runs one benchmark, prints its figures and writes them to `benchmarks/out/NAME.json`.
public final class Bench {
  private static final Map<String, Benchmark> KNOWN =
      new TreeMap<>(
          Map.of(
              "bridge", new BridgeBench(),
              "export", new ExportBench(),
              "ingest", new IngestBench(),
              "read", new ReadBench(),
              "rotate", new RotateBench(),
              "seed", new SeedBench(),
              "start", new StartBench()));

  private Bench() {}

  static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Benchmark benchmark = arguments.length == 0 ? null : KNOWN.get(arguments[0]);
    if (benchmark == null) {
      System.err.println("usage: bench NAME [--option=value ...], NAME one of " + KNOWN.keySet());
      System.exit(2);
      return;
    }
    Options options = Options.parse(List.of(arguments).subList(1, arguments.length));
    Path out = Path.of(options.text("out", "benchmarks/out"));
    Machine machine = Machine.look();
    System.out.println(machine.sentence());
    List<Figure> figures = benchmark.run(options);
    Report report = new Report(arguments[0], machine, options.used(), figures);
    System.out.println(report.table());
    Path file = out.resolve(arguments[0] + ".json");
    report.write(file);
    System.out.println("written to " + file);
  }
}
