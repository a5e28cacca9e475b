package io.agentbench;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What stands behind the name of a benchmark: `--rounds=3` or `--rounds 3`. Keeps in mind what was
/// looked up, with the value that was used, for the record.
final class Options {
  private final Map<String, String> given;
  private final Map<String, String> used = new TreeMap<>();

  private Options(Map<String, String> given) {
    this.given = given;
  }

  /// @throws IllegalArgumentException for anything but `--name=value` and `--name value`
  static Options parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || (equals < 0 && !rest.hasNext())) {
        throw new IllegalArgumentException("option: " + argument + " (expected: --name=value)");
      }
      if (equals < 0) {
        values.put(argument.substring(2), rest.next());
      } else {
        values.put(argument.substring(2, equals), argument.substring(equals + 1));
      }
    }
    return new Options(values);
  }

  String text(String name, String otherwise) {
    String value = given.getOrDefault(name, otherwise);
    used.put(name, value);
    return value;
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  /// @throws IllegalArgumentException for anything but `on` and `off`
  boolean isOn(String name, boolean otherwise) {
    String value = text(name, otherwise ? "on" : "off");
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(
              "--%s=%s (expected: on or off)".formatted(name, value));
    };
  }

  Map<String, String> used() {
    return used;
  }
}
