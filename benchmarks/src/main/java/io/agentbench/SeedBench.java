package io.agentbench;

import io.agentbench.seed.Seeding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Fills a data folder with tenants, conversations and messages, for looking at and for `read`.
final class SeedBench implements Benchmark {
  static final Map<String, String> SETTINGS =
      Map.of(
          "portal.bridge.enabled", "false",
          "portal.database.embedded.settings.shared-buffers", "512MB",
          "portal.database.embedded.settings.max-wal-size", "8GB",
          "portal.database.embedded.settings.maintenance-work-mem", "256MB");

  @Override
  public List<Figure> run(Options options) throws Exception {
    var size =
        new Seeding.Size(
            options.number("tenants", 10),
            options.number("conversations", 1_000_000),
            options.number("messages-per-conversation", 10),
            options.number("days", 180));
    Path data = Path.of(options.text("data", "benchmarks/target/read"));
    try (PortalProcess portal =
        PortalProcess.start(BenchPortal.class, data, List.of("-Xmx512m"), SETTINGS)) {
      var database = BenchDatabase.of(portal.dataFolder());
      Seeding.Made made = new Seeding(database.url(), database.login()).fill(size);
      double seconds = made.took().toMillis() / 1e3;
      System.out.printf("%,d rows in %,.0f s, in %s%n", made.rows(), seconds, data);
      return List.of(
          Figure.of(
              "rows_per_s", "rows with all indexes, as loaded", List.of(made.rows() / seconds)));
    }
  }
}
