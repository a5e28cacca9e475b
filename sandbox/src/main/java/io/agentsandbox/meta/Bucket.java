package io.agentsandbox.meta;

/// A token bucket: `capacity` at once, refilled by one every `refillNanos`.
final class Bucket {
  private final double capacity;
  private final double refillNanos;
  private double tokens;
  private long updatedAt;

  Bucket(double capacity, double refillNanos, long nowNanos) {
    this.capacity = capacity;
    this.refillNanos = refillNanos;
    this.tokens = capacity;
    this.updatedAt = nowNanos;
  }

  /// Takes one; false when the bucket is empty.
  synchronized boolean take(long nowNanos) {
    tokens = Math.min(capacity, tokens + (nowNanos - updatedAt) / refillNanos);
    updatedAt = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
