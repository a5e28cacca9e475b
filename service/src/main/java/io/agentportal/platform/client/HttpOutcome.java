package io.agentportal.platform.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// What came of one call to a partner. Whoever sends something that must not arrive twice needs the
/// difference between `Unsent` and `Uncertain`.
public sealed interface HttpOutcome {

  /// The partner answered, well or not.
  @SuppressWarnings("ArrayRecordComponent") // outcomes are never compared
  record Answered(int status, HttpHeaders headers, byte[] body) implements HttpOutcome {

    /// Whether the status is one of 200..299.
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /// `Retry-After` in whole seconds, as both partners send it. Empty for a date or nonsense.
    public Optional<Duration> retryAfter() {
      return headers
          .firstValue("Retry-After")
          .map(String::strip)
          .filter(value -> value.matches("\\d{1,6}"))
          .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
  }

  /// The request certainly never reached the partner: refused, unknown host, connect time-out.
  record Unsent(String reason) implements HttpOutcome {}

  /// The request may have been read and done: time-out, reset or cut answer after it was written.
  record Uncertain(String reason) implements HttpOutcome {}
}
