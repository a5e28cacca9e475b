package io.agentbench;

import io.agentportal.PortalApplication;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import io.agentsandbox.control.ControlClient;
import io.agentsandbox.demo.SecretRotation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// Genesys' calls across a rotation of the secret that signs them: the sandbox's agents write 500
/// times a second, in the middle an admin rotates through the API, and every call has to be taken.
///
/// The bridge is off: what is measured is whether calls are taken, not where they go.
final class RotateBench implements Benchmark {
  private static final String ORG = "northwind";
  private static final int CUSTOMERS = 200;
  private static final AtomicLong NUMBER = new AtomicLong();

  private final List<Double> sent = new ArrayList<>();
  private final List<Double> refused = new ArrayList<>();
  private final List<Double> rotation = new ArrayList<>();
  private final List<Double> byNew = new ArrayList<>();

  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    int rate = options.number("rate", 500);
    Duration span = Duration.ofSeconds(options.number("seconds", 6));
    Path folder = Path.of(options.text("data", "benchmarks/target/rotate"));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
        PortalProcess portal =
            PortalProcess.start(
                PortalApplication.class, folder, List.of("-Xmx768m"), settings(sandbox))) {
      URI address = URI.create("http://127.0.0.1:" + portal.port());
      if (!sandbox.setUpPortal(address, System.out::println)) {
        throw new IllegalStateException("the portal could not be set up");
      }
      sandbox.control().traffic(Map.of("org", ORG, "messagesPerMinute", 0));
      for (int round = 1; round <= rounds; round++) {
        measure(sandbox, sandbox.rotationAt(address), rate, span);
        System.out.printf(
            "round %d: %,.0f calls, %,.0f refused, rotation took %,.0f ms%n",
            round, sent.getLast(), refused.getLast(), rotation.getLast());
      }
    }
    return List.of(
        Figure.of("calls", "in %d s around a rotation".formatted(span.toSeconds()), sent),
        Figure.of("refused", "of these, answered anything but 200 at any attempt", refused),
        Figure.of("signed_by_new", "of these, signed with the new secret", byNew),
        Figure.of("rotation_ms", "ms, from the request to the answer", rotation));
  }

  private static Map<String, String> settings(Sandbox sandbox) {
    Map<String, String> settings = new HashMap<>();
    settings.put("portal.genesys.client-id", sandbox.loginClient().id());
    settings.put("portal.genesys.client-secret", sandbox.loginClient().secret());
    settings.put("portal.genesys.regions.us-east-1.login-url", sandbox.baseUri().toString());
    settings.put("portal.genesys.regions.us-east-1.api-url", sandbox.baseUri().toString());
    settings.put("portal.meta.graph-url", sandbox.baseUri().toString());
    settings.put("portal.bridge.enabled", "false");
    return settings;
  }

  private void measure(Sandbox sandbox, SecretRotation admin, int rate, Duration span)
      throws Exception {
    String confirmation = admin.confirm();
    long before = lastDelivery(sandbox.control());
    long calls = rate * span.toSeconds();
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      var rotating =
          agents.submit(() -> {
            LockSupport.parkNanos(span.toNanos() / 2);
            long startedNanos = System.nanoTime();
            admin.rotate(confirmation);
            return (System.nanoTime() - startedNanos) / 1e6;
          });
      write(sandbox.control(), agents, calls, rate);
      rotation.add(rotating.get(30, TimeUnit.SECONDS));
    }
    List<JsonNode> deliveries = deliveries(sandbox.control(), before, calls);
    sent.add((double) deliveries.size());
    refused.add(
        (double) deliveries.stream().filter(each -> each.path("status").asInt(0) != 200).count());
    byNew.add((double) admin.settings().at("/webhookSecretDetail/callsByCurrent").asLong());
  }

  /// On schedule, whether or not answers keep up.
  private static void write(ControlClient control, ExecutorService agents, long calls, int rate) {
    long startedNanos = System.nanoTime();
    for (long i = 0; i < calls; i++) {
      long waitNanos = startedNanos + i * 1_000_000_000L / rate - System.nanoTime();
      if (waitNanos > 0) {
        LockSupport.parkNanos(waitNanos);
      }
      long number = NUMBER.incrementAndGet();
      String contact = "+49151%08d".formatted(number % CUSTOMERS);
      agents.execute(() -> control.agentAnswers(ORG, contact, "Call " + number));
    }
  }

  /// All attempts of this round, once each call has had its last.
  private static List<JsonNode> deliveries(ControlClient control, long after, long calls) {
    long deadlineNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      List<JsonNode> attempts = since(control, after);
      long ended = attempts.stream().filter(each -> each.path("final").asBoolean()).count();
      if (ended >= calls) {
        return attempts;
      }
      if (System.nanoTime() > deadlineNanos) {
        throw new IllegalStateException("%d of %d calls ended within 30 s".formatted(ended, calls));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static long lastDelivery(ControlClient control) {
    return control
        .deliveries(ORG)
        .valueStream()
        .mapToLong(each -> each.path("seq").asLong())
        .max()
        .orElse(0);
  }

  private static List<JsonNode> since(ControlClient control, long after) {
    return control
        .deliveries(ORG)
        .valueStream()
        .filter(each -> each.path("seq").asLong() > after)
        .filter(each -> each.path("partner").asString().equals("genesys"))
        .toList();
  }
}
