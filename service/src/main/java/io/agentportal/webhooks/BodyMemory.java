package io.agentportal.webhooks;

import java.util.concurrent.atomic.AtomicLong;

/// Bounds the bytes of all bodies that are being read or wait for their commit.
final class BodyMemory {
  private final long maxBytes;
  private final AtomicLong usedBytes = new AtomicLong();

  BodyMemory(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// The share of one call, empty at first.
  Share open() {
    return new Share();
  }

  long usedBytes() {
    return usedBytes.get();
  }

  final class Share implements AutoCloseable {
    private int heldBytes;

    /// False: the memory for all calls is used up.
    boolean growTo(int bytes) {
      int more = bytes - heldBytes;
      if (usedBytes.addAndGet(more) > maxBytes) {
        usedBytes.addAndGet(-more);
        return false;
      }
      heldBytes = bytes;
      return true;
    }

    @Override
    public void close() {
      usedBytes.addAndGet(-heldBytes);
      heldBytes = 0;
    }
  }
}
