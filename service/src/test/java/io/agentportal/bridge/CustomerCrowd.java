package io.agentportal.bridge;

import io.agentsandbox.world.MetaAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Many customers who write at the same time, over several connections. As Meta does, a call is
/// repeated until it is answered 200; the next message of that customer comes after it.
final class CustomerCrowd implements AutoCloseable {
  private static final long FIRST_NUMBER = 4_917_600_000_000L;
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService connections;
  private final int lines;
  private final MetaAccount account;
  private final AtomicInteger answered = new AtomicInteger();
  private final long startSecond = Instant.now().getEpochSecond();

  /// @param lines connections
  CustomerCrowd(int lines, MetaAccount account) {
    this.lines = lines;
    this.connections = Executors.newFixedThreadPool(lines);
    this.account = account;
  }

  static String phone(int customer) {
    return Long.toString(FIRST_NUMBER + customer);
  }

  static String text(int customer, int message) {
    return "Customer %03d, message %03d".formatted(customer, message);
  }

  static List<String> texts(int customer, int messages) {
    return IntStream.range(0, messages).mapToObj(i -> text(customer, i)).toList();
  }

  /// How many calls were answered 200.
  int answered() {
    return answered.get();
  }

  /// Starts to write; each future ends when its customers have said everything.
  List<Future<?>> write(URI hook, int customers, int messages) {
    List<Future<?>> lanes = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      int first = line;
      lanes.add(
          connections.submit(() -> {
            for (int message = 0; message < messages; message++) {
              for (int customer = first; customer < customers; customer += lines) {
                post(hook, payload(customer, message));
              }
            }
            return null;
          }));
    }
    return lanes;
  }

  @Override
  public void close() {
    connections.shutdownNow();
    http.shutdownNow();
  }

  private void post(URI hook, String payload) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hook)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature(payload))
            .POST(BodyPublishers.ofString(payload))
            .build();
    while (status(request) != 200) {
      LockSupport.parkNanos(AGAIN.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop before the call was answered 200");
      }
    }
    answered.incrementAndGet();
  }

  private int status(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0; // Nobody there, or gone in the middle.
    }
  }

  private String payload(int customer, int message) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":{\
    "messaging_product":"whatsapp",\
    "metadata":{"display_phone_number":"%s","phone_number_id":"%s"},\
    "contacts":[{"profile":{"name":"Customer %d"},"wa_id":"%s"}],\
    "messages":[{"from":"%s","id":"wamid.kill-%d-%d","timestamp":"%d","type":"text",\
    "text":{"body":"%s"}}]}}]}]}\
    """
        .formatted(
            account.wabaId(),
            account.phoneDigits(),
            account.phoneNumberId(),
            customer,
            phone(customer),
            phone(customer),
            customer,
            message,
            startSecond + message / 2,
            text(customer, message));
  }

  private String signature(String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(account.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
