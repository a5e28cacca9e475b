package io.agentportal.platform.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Writes server-sent events (WHATWG HTML, "Server-sent events"). Each goes out at once.
final class EventWriter {
  private final OutputStream out;

  EventWriter(OutputStream out) {
    this.out = out;
  }

  /// @param json one line
  void event(String name, String json) throws IOException {
    write("event: " + name + "\ndata: " + json + "\n\n");
  }

  /// Shows that the stream lives.
  void comment() throws IOException {
    write(":\n\n");
  }

  /// How long the browser waits before it reconnects.
  void retry(Duration delay) throws IOException {
    write("retry: " + delay.toMillis() + "\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
