package io.agentsandbox.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Delivers webhooks concurrently and tries again as the plan says. What cannot be queued because
/// too much is already under way is dropped and counted.
public final class WebhookSender implements AutoCloseable {
  private static final int MOST_UNDER_WAY = 100_000;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(threads)
          .build();
  private final Journal<Delivery> deliveries;
  private final FaultRules faults;
  private final SandboxClock clock;
  private final Semaphore lanes;
  private final AtomicLong underWay = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong generation = new AtomicLong();

  /// @param concurrency how many requests may be open at the same time
  public WebhookSender(
      Journal<Delivery> deliveries, FaultRules faults, SandboxClock clock, int concurrency) {
    this.deliveries = deliveries;
    this.faults = faults;
    this.clock = clock;
    this.lanes = new Semaphore(concurrency);
  }

  /// Sends in the background.
  public void send(Webhook webhook, DeliveryPlan plan) {
    Optional<FaultRule> fault = faults.strike(webhook.target(), webhook::world);
    if (fault.isEmpty()) {
      start(webhook, plan, Duration.ZERO);
      return;
    }
    FaultRule rule = fault.get();
    switch (rule.kind()) {
      case DUPLICATE -> {
        start(webhook, plan, Duration.ZERO);
        start(webhook, plan, Duration.ZERO);
      }
      case SLOW, OUT_OF_ORDER -> start(webhook, plan, rule.delay());
      case WRONG_SIGNATURE -> start(webhook.withWrongSignature(), plan, Duration.ZERO);
      case RATE_LIMITED, SERVER_ERROR, RESET, TIMEOUT, EXPIRED_TOKEN ->
          throw new IllegalStateException("a call's fault on a webhook: " + rule.kind());
    }
  }

  /// The client that calls out, for handshakes.
  public HttpClient client() {
    return client;
  }

  /// Gives up on everything that is not yet delivered; requests already open run to their end.
  public void forget() {
    generation.incrementAndGet();
    dropped.set(0);
  }

  /// Webhooks not yet answered for good.
  public long underWay() {
    return underWay.get();
  }

  public long dropped() {
    return dropped.get();
  }

  /// Waits for nothing: attempts under way are interrupted.
  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }

  private void start(Webhook webhook, DeliveryPlan plan, Duration delay) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    try {
      threads.execute(() -> deliver(webhook, plan, delay));
    } catch (RejectedExecutionException _) {
      underWay.decrementAndGet();
    }
  }

  private void deliver(Webhook webhook, DeliveryPlan plan, Duration delay) {
    long born = generation.get();
    try {
      Thread.sleep(delay);
      int attempt = 1;
      while (born == generation.get() && attemptWasRefused(webhook, plan, attempt)) {
        Thread.sleep(plan.pauseAfter(attempt));
        attempt++;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  /// True when another attempt follows.
  private boolean attemptWasRefused(Webhook webhook, DeliveryPlan plan, int attempt)
      throws InterruptedException {
    lanes.acquire();
    long began = System.nanoTime();
    int status = 0;
    String error = "";
    try {
      status =
          client.send(request(webhook, plan), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      error = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    } finally {
      lanes.release();
    }
    boolean again = plan.answers().isRetried(status) && attempt <= plan.retries();
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    deliveries.add(
        new Delivery(
            clock.millis(),
            webhook.target() == FaultTarget.META_WEBHOOK ? "meta" : "genesys",
            webhook.world(),
            webhook.kind(),
            webhook.url().toString(),
            attempt,
            status,
            error,
            millis,
            !again));
    return again;
  }

  private static HttpRequest request(Webhook webhook, DeliveryPlan plan) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(plan.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body().array()));
    webhook.headers().forEach(request::header);
    return request.build();
  }
}
