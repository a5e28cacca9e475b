package io.agentsandbox.demo;

import io.agentsandbox.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Talks to the portal like a browser tab: keeps its cookies, sends the CSRF header, opens the
/// envelope.
final class PortalClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String CSRF_COOKIE = "XSRF-TOKEN";

  private final HttpClient http;
  private final URI portal;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  PortalClient(HttpClient http, URI portal) {
    this.http = http;
    this.portal = portal;
  }

  URI address(String path) {
    return URI.create(portal + path);
  }

  /// Whether the portal takes calls by now.
  boolean isReady() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(address("/readyz")).GET()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// Answers `data`. Throws `DemoFailure` when the portal refuses.
  JsonNode get(String path) throws InterruptedException {
    return opened(path, HttpRequest.newBuilder(address(path)).GET());
  }

  JsonNode post(String path, Object body) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    String csrf = cookies.get(CSRF_COOKIE);
    if (csrf != null) {
      request.header("X-XSRF-TOKEN", csrf);
    }
    return opened(path, request);
  }

  private JsonNode opened(String path, HttpRequest.Builder request) throws InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer = send(request);
    } catch (IOException e) {
      throw new DemoFailure(path + ": " + e, e);
    }
    if (answer.statusCode() >= 300) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      throw new DemoFailure("%s: %d %s".formatted(path, answer.statusCode(), body), null);
    }
    return answer.body().length == 0 ? Json.object() : Json.parse(answer.body()).path("data");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<byte[]> answer =
        http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
    answer.headers().allValues("Set-Cookie").forEach(this::keepCookie);
    return answer;
  }

  private void keepCookie(String header) {
    String pair = header.replaceAll(";.*", "");
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String value = pair.substring(equals + 1);
    if (value.isEmpty()) {
      cookies.remove(pair.substring(0, equals));
      return;
    }
    cookies.put(pair.substring(0, equals), value);
  }
}
