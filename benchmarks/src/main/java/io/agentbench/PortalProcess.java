package io.agentbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The service as a process of its own, on free ports, with a data folder of its own.
final class PortalProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final int managementPort;
  private final Path dataFolder;
  private final Duration readyAfter;

  private PortalProcess(
      Process process, int port, int managementPort, Path dataFolder, Duration readyAfter) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
    this.dataFolder = dataFolder;
    this.readyAfter = readyAfter;
  }

  /// Starts it and returns when it says that it is ready.
  ///
  /// @param mainClass the product's, or one of this module that changes a single thing about it
  static PortalProcess start(
      Class<?> mainClass, Path dataFolder, List<String> jvmOptions, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = freePort();
    int managementPort = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
    command.add("--server.port=" + port);
    command.add("--management.server.port=" + managementPort);
    command.add("--portal.public-url=http://127.0.0.1:" + port);
    command.add("--portal.data-dir=" + dataFolder.toAbsolutePath());
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    Files.createDirectories(dataFolder);
    long startedNanos = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dataFolder.resolve("portal.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitReady(process, port, dataFolder);
    return new PortalProcess(
        process,
        port,
        managementPort,
        dataFolder,
        Duration.ofNanos(System.nanoTime() - startedNanos));
  }

  int port() {
    return port;
  }

  Path dataFolder() {
    return dataFolder;
  }

  /// From the start of the process to its first "ready".
  Duration readyAfter() {
    return readyAfter;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// What `/metrics` says now.
  String metrics() throws IOException, InterruptedException {
    return get(managementPort, "/metrics").body();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitReady(Process process, int port, Path dataFolder)
      throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadlineNanos) {
      if (!process.isAlive()) {
        throw new IOException("the service ended; its log is " + dataFolder.resolve("portal.log"));
      }
      try {
        if (get(port, "/readyz").statusCode() == 200) {
          return;
        }
      } catch (IOException _) {
        // Not listening yet.
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new IOException("the service was not ready within " + PATIENCE);
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
