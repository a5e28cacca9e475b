package io.agentbench;

import java.util.Arrays;

/// What one run of load gave.
///
/// @param answered calls that were answered 200
/// @param refused calls that were answered otherwise
/// @param latenciesNanos of all answers, ascending
@SuppressWarnings("ArrayRecordComponent") // A hundred thousand numbers, never compared.
record Outcome(long answered, long refused, double seconds, long[] latenciesNanos) {

  static Outcome of(long answered, long refused, long nanos, long[] latencies, int count) {
    long[] sorted = Arrays.copyOf(latencies, count);
    Arrays.sort(sorted);
    return new Outcome(answered, refused, nanos / 1e9, sorted);
  }

  double perSecond() {
    return answered / seconds;
  }

  /// @param share 0.99 for the latency that one call in a hundred exceeds
  double percentileMillis(double share) {
    int index = (int) Math.ceil(share * latenciesNanos.length) - 1;
    return latenciesNanos[Math.max(0, index)] / 1e6;
  }

  void demandAllAccepted() {
    if (refused > 0 || answered == 0) {
      throw new IllegalStateException(
          "calls answered 200: " + answered + ", otherwise: " + refused + " (expected: none)");
    }
  }
}
