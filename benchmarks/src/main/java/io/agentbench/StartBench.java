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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long `./portal run` takes to a service that is ready, on data that exists, and how much
/// memory the demo uses after a minute of its traffic.
final class StartBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String SERVICE = "service.jar";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Double> readyMillis = new ArrayList<>();
  private final List<Double> residentMb = new ArrayList<>();
  private final List<Double> databaseMb = new ArrayList<>();

  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    int trafficSeconds = options.number("traffic", 60);
    Path data = Path.of(options.text("data", "benchmarks/target/start")).toAbsolutePath();
    int port = freePort();
    // Builds if need be, and makes the data.
    start(port, data, 0);
    readyMillis.clear();
    for (int round = 1; round <= rounds; round++) {
      start(port, data, round == rounds ? trafficSeconds : 0);
    }
    return List.of(
        Figure.of("ready_ms", "ms from the start of the process to ready", readyMillis),
        Figure.of("rss_mb", "MB of the service, after %d s".formatted(trafficSeconds), residentMb),
        Figure.of("rss_mb_database", "MB of its database, shared pages once", databaseMb));
  }

  private void start(int port, Path data, int trafficSeconds) throws Exception {
    Files.createDirectories(data);
    Process launcher =
        new ProcessBuilder("./portal", "run", "--port=" + port, "--data-dir=" + data)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("launcher.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
    try {
      awaitReady(launcher, port);
      ProcessHandle service = serviceOf(launcher);
      Instant started = service.info().startInstant().orElseThrow();
      double millis = Duration.between(started, Instant.now()).toNanos() / 1e6;
      readyMillis.add(millis);
      System.out.printf("ready after %,.0f ms%n", millis);
      if (trafficSeconds > 0) {
        TimeUnit.SECONDS.sleep(trafficSeconds);
        residentMb.add(KernelBooks.residentMb(service.pid()));
        databaseMb.add(
            service.descendants().mapToDouble(each -> KernelBooks.shareMb(each.pid())).sum());
      }
    } finally {
      launcher.destroy();
      launcher.waitFor();
    }
  }

  private void awaitReady(Process launcher, int port) throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (System.nanoTime() < deadlineNanos && launcher.isAlive()) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException _) {
        // Not listening yet.
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("./portal run did not become ready within " + PATIENCE);
  }

  private static ProcessHandle serviceOf(Process launcher) {
    return launcher
        .descendants()
        .filter(each -> each.info().commandLine().orElse("").contains(SERVICE))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no process runs " + SERVICE));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
