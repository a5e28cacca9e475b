package io.agentbench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One keep-alive connection that carries one call at a time.
final class LoadConnection implements AutoCloseable {
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer answer = ByteBuffer.allocate(4 << 10);
  private @Nullable ByteBuffer request;
  private long dueNanos;
  private int answers;
  private boolean waiting;

  LoadConnection(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /// @param due when the call should have been sent: its latency counts from here
  void send(ByteBuffer call, long due) throws IOException {
    request = call;
    waiting = true;
    dueNanos = due;
    answer.clear();
    write();
  }

  /// The status if the answer is complete, otherwise 0.
  int progress() throws IOException {
    if (key.isWritable()) {
      write();
    }
    if (!key.isReadable()) {
      return 0;
    }
    int count = channel.read(answer);
    if (count < 0) {
      throw new EOFException(
          "the service closed a connection %d ms after a call was due, having answered %d before"
              .formatted((System.nanoTime() - dueNanos) / 1_000_000, answers));
    }
    if (count == 0 || !isComplete()) {
      return 0;
    }
    if (!waiting) {
      throw new IOException("the service answered a call that was not sent");
    }
    waiting = false;
    answers++;
    return status();
  }

  long dueNanos() {
    return dueNanos;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write() throws IOException {
    if (request == null) {
      return;
    }
    channel.write(request);
    boolean done = !request.hasRemaining();
    key.interestOps(done ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    if (done) {
      request = null;
    }
  }

  /// All answers of a webhook have an empty body, so they end with their head.
  private boolean isComplete() {
    int end = answer.position();
    return end > STATUS_AT + 4
        && answer.get(end - 4) == '\r'
        && answer.get(end - 3) == '\n'
        && answer.get(end - 2) == '\r'
        && answer.get(end - 1) == '\n';
  }

  private int status() {
    int status = 0;
    for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
      status = status * 10 + (answer.get(i) - '0');
    }
    return status;
  }
}
