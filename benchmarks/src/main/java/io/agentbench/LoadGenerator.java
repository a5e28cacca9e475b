package io.agentbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Sends prepared calls over keep-alive connections, from one thread, as cheaply as possible: it
/// shares the processors with what it measures.
final class LoadGenerator implements AutoCloseable {
  private static final long PAUSE_NANOS = 50_000;
  private static final int HTTP_OK = 200;

  private final Selector selector;
  private final List<LoadConnection> connections = new ArrayList<>();
  private final Deque<LoadConnection> idle = new ArrayDeque<>();
  private long answered;
  private long refused;
  private long[] latencies = new long[1 << 16];
  private int count;

  LoadGenerator(int port, int size) throws IOException {
    selector = Selector.open();
    var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < size; i++) {
      connections.add(new LoadConnection(server, selector));
    }
    idle.addAll(connections);
  }

  /// Every connection sends its next call as soon as it has the answer to the last: the highest
  /// rate. Ends early when the calls run out.
  Outcome asFastAsPossible(SignedRequests requests, Duration span) throws IOException {
    reset();
    long started = System.nanoTime();
    long end = started + span.toNanos();
    boolean more = true;
    while (more || idle.size() < connections.size()) {
      while (more && !idle.isEmpty()) {
        ByteBuffer call = System.nanoTime() < end ? requests.next() : null;
        more = call != null;
        if (call != null) {
          idle.removeFirst().send(call, System.nanoTime());
        }
      }
      if (idle.size() < connections.size()) {
        collect(false);
      }
    }
    return outcome(started);
  }

  /// Sends on schedule, whether or not answers keep up. A call that finds no free connection waits,
  /// and its latency counts from when it was due, so slow moments are not hidden.
  Outcome atRate(SignedRequests requests, double perSecond, Duration span) throws IOException {
    reset();
    double stepNanos = 1e9 / perSecond;
    long calls = Math.round(perSecond * span.toNanos() / 1e9);
    long started = System.nanoTime();
    long sent = 0;
    while (sent < calls || idle.size() < connections.size()) {
      long due = started + Math.round(sent * stepNanos);
      while (sent < calls && due <= System.nanoTime() && !idle.isEmpty()) {
        ByteBuffer call = requests.next();
        if (call == null) {
          throw new IllegalStateException("too few calls prepared (expected: " + calls + ")");
        }
        idle.removeFirst().send(call, due);
        sent++;
        due = started + Math.round(sent * stepNanos);
      }
      collect(true);
    }
    return outcome(started);
  }

  @Override
  public void close() throws IOException {
    for (LoadConnection connection : connections) {
      connection.close();
    }
    selector.close();
  }

  /// @param onSchedule look only, and rest for a moment when there was nothing
  private void collect(boolean onSchedule) throws IOException {
    int ready = onSchedule ? selector.selectNow() : selector.select();
    if (ready == 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      return;
    }
    long now = System.nanoTime();
    for (var key : selector.selectedKeys()) {
      var connection = (LoadConnection) key.attachment();
      int status = connection.progress();
      if (status != 0) {
        record(status, now - connection.dueNanos());
        idle.addLast(connection);
      }
    }
    selector.selectedKeys().clear();
  }

  private void record(int status, long nanos) {
    if (status == HTTP_OK) {
      answered++;
    } else {
      refused++;
    }
    if (count == latencies.length) {
      latencies = Arrays.copyOf(latencies, count * 2);
    }
    latencies[count++] = nanos;
  }

  private void reset() {
    answered = 0;
    refused = 0;
    count = 0;
  }

  private Outcome outcome(long started) {
    return Outcome.of(answered, refused, System.nanoTime() - started, latencies, count);
  }
}
