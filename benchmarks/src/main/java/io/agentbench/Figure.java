package io.agentbench;

import java.util.Collections;
import java.util.List;

/// One metric over all rounds, and the same of its reference if it has one.
///
/// @param values one per round
/// @param references one per round, measured in alternation with the values; empty: no reference
record Figure(String metric, String unit, List<Double> values, List<Double> references) {

  static Figure of(String metric, String unit, List<Double> values) {
    return new Figure(metric, unit, values, List.of());
  }

  double median() {
    return median(values);
  }

  double min() {
    return Collections.min(values);
  }

  double max() {
    return Collections.max(values);
  }

  boolean hasReference() {
    return !references.isEmpty();
  }

  double reference() {
    return median(references);
  }

  double ratio() {
    return median() / reference();
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
