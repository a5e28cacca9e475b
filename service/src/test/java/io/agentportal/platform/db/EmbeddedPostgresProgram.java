package io.agentportal.platform.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A program that starts a server, prints the number of the server's process, and waits to be
/// killed.
final class EmbeddedPostgresProgram {
  private EmbeddedPostgresProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    var options = new EmbeddedPostgres.Options(0, Duration.ofSeconds(60), Map.of());
    var server = EmbeddedPostgres.start(DataDirectory.open(Path.of(arguments[0])), options);
    System.out.println(server.pid());
    Thread.currentThread().join();
  }
}
