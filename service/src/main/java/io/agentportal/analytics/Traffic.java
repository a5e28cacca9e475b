package io.agentportal.analytics;

import org.jspecify.annotations.Nullable;

/// What went through in some stretch of time.
///
/// @param messages that were sent in it
/// @param delivered deliveries that succeeded in it
/// @param failed deliveries that failed in it
/// @param responses answers to a waiting customer
/// @param responseMillis how long those customers waited, all together
record Traffic(long messages, long delivered, long failed, long responses, long responseMillis) {
  static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

  Traffic plus(Traffic other) {
    return new Traffic(
        messages + other.messages,
        delivered + other.delivered,
        failed + other.failed,
        responses + other.responses,
        responseMillis + other.responseMillis);
  }

  /// The share of ended deliveries that failed, 0..1; 0 where none ended.
  double failureRate() {
    long ended = delivered + failed;
    return ended == 0 ? 0 : (double) failed / ended;
  }

  /// How long a customer waited for an answer on average; null where nobody was answered.
  @Nullable Double averageResponseSeconds() {
    return responses == 0 ? null : responseMillis / 1000.0 / responses;
  }
}
