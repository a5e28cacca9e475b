package io.agentbench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the sandbox's Genesys has taken from one organisation's customers, read as it comes.
final class Arrivals {
  /// The number of a message, as [SignedRequests] writes it into the text.
  private static final Pattern NUMBER = Pattern.compile("order number (\\d+)");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI sandbox;
  private final String organization;
  private long after;

  Arrivals(URI sandbox, String organization) {
    this.sandbox = sandbox;
    this.organization = organization;
  }

  /// Waits for so many more.
  ///
  /// @return when each came (milliseconds since 1970), by its number
  /// @throws IllegalStateException if they do not come within minutes, or one comes twice
  SortedMap<Long, Long> next(int count) throws IOException, InterruptedException {
    SortedMap<Long, Long> arrived = new TreeMap<>();
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (arrived.size() < count) {
      read(arrived);
      if (System.nanoTime() > deadlineNanos) {
        throw new IllegalStateException(
            "messages at Genesys: %d (expected: %d)".formatted(arrived.size(), count));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return arrived;
  }

  private void read(SortedMap<Long, Long> arrived) throws IOException, InterruptedException {
    URI page =
        sandbox.resolve(
            "/sandbox/genesys/messages?limit=10000&org=%s&after=%d".formatted(organization, after));
    var answer =
        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
    for (JsonNode message : JsonMapper.shared().readTree(answer.body())) {
      after = message.path("seq").asLong();
      Matcher number = NUMBER.matcher(message.path("text").asString(""));
      if (number.find()
          && arrived.put(Long.valueOf(number.group(1)), message.path("at").asLong()) != null) {
        throw new IllegalStateException("a message came twice: " + number.group(1));
      }
    }
  }
}
