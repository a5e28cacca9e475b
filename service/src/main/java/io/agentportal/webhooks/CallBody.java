package io.agentportal.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/// What came of reading the body of a call.
sealed interface CallBody {

  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Complete(byte[] bytes) implements CallBody {}

  record Refused(Finding finding) implements CallBody {}

  /// Reads the raw bytes, no more than `maxBytes`. Memory is taken as bytes arrive, never because a
  /// header announces them.
  ///
  /// @param deadlineNanos as [System#nanoTime]: a body that trickles in is given up then
  static CallBody read(
      HttpServletRequest request, int maxBytes, BodyMemory.Share memory, long deadlineNanos)
      throws IOException {
    long announced = request.getContentLengthLong();
    if (announced > maxBytes) {
      return new Refused(Finding.TOO_LARGE);
    }
    try {
      // One byte more than allowed tells "too large" from "just fits".
      int most = announced < 0 ? maxBytes + 1 : (int) announced;
      return new BodyReader(request.getInputStream(), memory, deadlineNanos).read(most, maxBytes);
    } catch (SocketTimeoutException _) {
      return new Refused(Finding.TOO_SLOW);
    }
  }

  /// Fills a growing buffer.
  final class BodyReader {
    private static final int FIRST_BYTES = 16 << 10;

    private final InputStream in;
    private final BodyMemory.Share memory;
    private final long deadlineNanos;

    private BodyReader(InputStream in, BodyMemory.Share memory, long deadlineNanos) {
      this.in = in;
      this.memory = memory;
      this.deadlineNanos = deadlineNanos;
    }

    private CallBody read(int most, int maxBytes) throws IOException {
      byte[] buffer = new byte[Math.min(most, FIRST_BYTES)];
      int size = 0;
      while (memory.growTo(buffer.length)) {
        int count = size == buffer.length ? -1 : in.read(buffer, size, buffer.length - size);
        if (count < 0) {
          return complete(buffer, size, maxBytes);
        }
        size += count;
        if (System.nanoTime() - deadlineNanos > 0) {
          return new Refused(Finding.TOO_SLOW);
        }
        if (size == buffer.length && size < most) {
          buffer = Arrays.copyOf(buffer, (int) Math.min(most, buffer.length * 2L));
        }
      }
      return new Refused(Finding.NO_MEMORY);
    }

    private static CallBody complete(byte[] buffer, int size, int maxBytes) {
      if (size > maxBytes) {
        return new Refused(Finding.TOO_LARGE);
      }
      return new Complete(size == buffer.length ? buffer : Arrays.copyOf(buffer, size));
    }
  }
}
