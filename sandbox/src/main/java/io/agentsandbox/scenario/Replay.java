package io.agentsandbox.scenario;

import io.agentsandbox.meta.MetaWebhooks;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Signatures;
import io.agentsandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends recorded webhook payloads, signed as Meta would, to one address and counts the answers.
public final class Replay {
  private static final int MOST_CONCURRENT = 1_000;
  private static final int MOST_WEBHOOKS = 5_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;

  public Replay(HttpClient client) {
    this.client = client;
  }

  /// One run.
  ///
  /// @param ratePerSecond 0 for as fast as the answers come
  private record Plan(
      URI url,
      String secret,
      List<JsonNode> payloads,
      int total,
      double ratePerSecond,
      boolean fresh) {}

  /// Runs what the request describes to its end and answers the summary. Throws
  /// `IllegalArgumentException` with a sentence.
  public ObjectNode run(JsonNode request, World world) throws InterruptedException {
    List<JsonNode> payloads = payloads(request);
    long total = (long) payloads.size() * Math.max(1, request.path("repeat").asInt(1));
    if (payloads.isEmpty() || total > MOST_WEBHOOKS) {
      throw new IllegalArgumentException(
          "lines: %d webhooks (expected: 1..%d)".formatted(total, MOST_WEBHOOKS));
    }
    Plan plan =
        new Plan(
            URI.create(Json.text(request, "url")),
            request.path("appSecret").asString(world.meta().appSecret()),
            payloads,
            (int) total,
            request.path("ratePerSecond").asDouble(0),
            request.path("uniqueIds").asBoolean(false));
    int concurrency = Math.clamp(request.path("concurrency").asInt(16), 1, MOST_CONCURRENT);
    return send(plan, concurrency);
  }

  private ObjectNode send(Plan plan, int concurrency) throws InterruptedException {
    ReplayResult result = new ReplayResult(plan.total());
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < concurrency; lane++) {
        threads.execute(() -> lane(plan, next, began, result));
      }
    }
    return result.summary(Duration.ofNanos(System.nanoTime() - began));
  }

  private void lane(Plan plan, AtomicInteger next, long began, ReplayResult result) {
    try {
      for (int turn = next.getAndIncrement(); turn < plan.total(); turn = next.getAndIncrement()) {
        if (plan.ratePerSecond() > 0) {
          long due = began + (long) (turn * 1e9 / plan.ratePerSecond());
          TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        }
        sendOne(plan, plan.payloads().get(turn % plan.payloads().size()), result);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendOne(Plan plan, JsonNode payload, ReplayResult result)
      throws InterruptedException {
    byte[] body = MetaWebhooks.escaped(plan.fresh() ? withFreshIds(payload) : payload);
    HttpRequest request =
        HttpRequest.newBuilder(plan.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header(Signatures.HEADER, Signatures.hex(plan.secret(), body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    long began = System.nanoTime();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      result.answered(status, System.nanoTime() - began);
    } catch (IOException e) {
      result.failed(e.getClass().getSimpleName());
    }
  }

  private static JsonNode withFreshIds(JsonNode payload) {
    JsonNode copy = payload.deepCopy();
    for (JsonNode entry : copy.path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        change.path("value").path("messages").forEach(Replay::freshId);
        change.path("value").path("statuses").forEach(Replay::freshId);
      }
    }
    return copy;
  }

  private static void freshId(JsonNode item) {
    if (item instanceof ObjectNode message && message.has("id")) {
      message.put("id", "wamid." + Ids.hex());
    }
  }

  private static List<JsonNode> payloads(JsonNode request) {
    List<JsonNode> payloads = new ArrayList<>();
    request.path("lines").forEach(line -> payloads.add(payload(line)));
    String file = Json.text(request, "file");
    if (!file.isEmpty()) {
      try {
        Files.readAllLines(Path.of(file)).stream()
            .filter(line -> !line.isBlank())
            .forEach(
                line -> payloads.add(payload(Json.parse(line.getBytes(StandardCharsets.UTF_8)))));
      } catch (IOException e) {
        throw new IllegalArgumentException("file: cannot be read: " + file, e);
      }
    }
    return payloads;
  }

  private static JsonNode payload(JsonNode line) {
    JsonNode parsed =
        line.isString() ? Json.parse(line.asString("").getBytes(StandardCharsets.UTF_8)) : line;
    return parsed.has("payload") ? parsed.path("payload") : parsed;
  }
}
