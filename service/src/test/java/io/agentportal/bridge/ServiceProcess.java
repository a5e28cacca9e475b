package io.agentportal.bridge;

import io.agentportal.PortalApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The real service in a process of its own, to be killed.
final class ServiceProcess implements AutoCloseable {
  private final int port = freePort();
  private final Path folder;
  private final Map<String, String> properties;
  private @Nullable Process process;

  ServiceProcess(Path folder, Map<String, String> properties) {
    this.folder = folder;
    this.properties = properties;
  }

  URI baseUri() {
    return URI.create("http://localhost:" + port);
  }

  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PortalApplication.class.getName());
    command.add("--server.port=" + port);
    command.add("--management.server.port=0");
    command.add("--portal.public-url=" + baseUri());
    command.add("--portal.data-dir=" + folder.resolve("data"));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    Path log = folder.resolve("service.log");
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `kill -9`; returns when the process is gone.
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
