package io.agentbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands behind the name of a benchmark: `--rounds=3`.
record Options(Map<String, String> values) {

  /// @throws IllegalArgumentException for anything but `--name=value`
  static Options parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("option: " + argument + " (expected: --name=value)");
      }
      values.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    return new Options(Map.copyOf(values));
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }
}
