package io.agentportal.analytics;

/// Compares the share of failed deliveries with that of the time before.
final class FailureTrend {
  private static final double DEAD_BAND = 0.05;

  private FailureTrend() {}

  /// `up` or `down` when the share changed by more than 5 % of itself, otherwise `stable`.
  static String of(Traffic now, Traffic before) {
    double reference = before.failureRate();
    double change = now.failureRate() - reference;
    if (Math.abs(change) <= reference * DEAD_BAND) {
      return "stable";
    }
    return change > 0 ? "up" : "down";
  }
}
