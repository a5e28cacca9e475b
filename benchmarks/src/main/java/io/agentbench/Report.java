package io.agentbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one benchmark, for people and for programs.
///
/// @param options all that it looked up, with what it used
record Report(String name, Machine machine, Map<String, String> options, List<Figure> figures) {
  private static final String ROW = "%-36s %12s %12s %12s %12s %8s  %s%n";

  String table() {
    var text = new StringBuilder("%n".formatted());
    text.append(ROW.formatted(name, "median", "min", "max", "reference", "ratio", "unit"));
    for (Figure figure : figures) {
      text.append(
          ROW.formatted(
              figure.metric(),
              number(figure.median()),
              number(figure.min()),
              number(figure.max()),
              figure.hasReference() ? number(figure.reference()) : "",
              figure.hasReference() ? "%.2f".formatted(figure.ratio()) : "",
              figure.unit()));
    }
    return text.toString();
  }

  void write(Path file) throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("machine", machine.asMap());
    content.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    content.put("options", new TreeMap<>(options));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Figure figure : figures) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("metric", figure.metric());
      row.put("value", rounded(figure.median()));
      row.put("unit", figure.unit());
      if (figure.hasReference()) {
        row.put("reference", rounded(figure.reference()));
        row.put("ratio", rounded(figure.ratio()));
      }
      rows.add(row);
    }
    content.put("figures", rows);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, json.writeValueAsString(content) + "\n");
  }

  private static String number(double value) {
    return (value >= 100 ? "%,.0f" : "%.2f").formatted(value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
