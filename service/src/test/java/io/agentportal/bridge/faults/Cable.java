package io.agentportal.bridge.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a node and its database, which a test can pull out and plug in again.
final class Cable implements AutoCloseable {
  private final ServerSocket plug;
  private final int target;
  private final Set<Socket> wires = ConcurrentHashMap.newKeySet();
  private volatile boolean pulled;

  private Cable(ServerSocket plug, int target) {
    this.plug = plug;
    this.target = target;
  }

  /// To a port of this machine.
  static Cable to(int target) {
    try {
      var cable = new Cable(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(cable::serve);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return plug.getLocalPort();
  }

  /// Breaks every connection; new ones break at once.
  void pull() {
    pulled = true;
    wires.forEach(Cable::close);
  }

  void plugIn() {
    pulled = false;
  }

  @Override
  public void close() {
    pull();
    try {
      plug.close();
    } catch (IOException _) {
      // Nobody is served any more either way.
    }
  }

  private void serve() {
    while (!plug.isClosed()) {
      try {
        Socket near = plug.accept();
        if (pulled) {
          near.close();
        } else {
          connect(near);
        }
      } catch (IOException _) {
        // The next one may get through.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    wires.add(near);
    wires.add(far);
    Thread.ofVirtual().start(() -> carry(near, far));
    Thread.ofVirtual().start(() -> carry(far, near));
    if (pulled) {
      pull();
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Both ends are closed, as a broken line closes them.
    } finally {
      wires.remove(from);
      wires.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It was broken already.
    }
  }
}
