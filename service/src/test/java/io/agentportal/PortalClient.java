package io.agentportal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser, as far as the API can tell: keeps cookies, repeats the XSRF cookie in its header and
/// has a network address of its own.
public final class PortalClient {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicInteger CLIENTS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  private final URI base;
  private final CookieManager cookies;
  private final Map<String, String> headers;

  PortalClient(URI base) {
    this(base, new CookieManager(), new LinkedHashMap<>());
    int number = CLIENTS.incrementAndGet();
    headers.put("X-Forwarded-For", "198.18." + number / 250 + "." + (number % 250 + 1));
  }

  private PortalClient(URI base, CookieManager cookies, Map<String, String> headers) {
    this.base = base;
    this.cookies = cookies;
    this.headers = headers;
  }

  /// An answer of the API.
  ///
  /// @param json the whole envelope; a missing node if the body is not JSON
  public record Answer(int status, JsonNode json, String body, HttpResponse<String> raw) {

    /// What is inside the envelope of a success.
    public JsonNode data() {
      return json.path("data");
    }

    /// The code of an error, empty for a success.
    public String code() {
      return json.path("error").path("code").asString("");
    }

    public Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /// @param body JSON; null for none
  public Answer post(String path, @Nullable String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, @Nullable String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, @Nullable String body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// The same browser with one header more, or another value of it.
  public PortalClient with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new PortalClient(base, cookies, changed);
  }

  /// The same browser that does not send a header it would send by itself.
  public PortalClient without(String header) {
    return with(header, "");
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /// Forgets a cookie, as a browser does when it is closed.
  public void dropCookie(String name) {
    var store = cookies.getCookieStore();
    store.getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> store.remove(base, cookie));
  }

  /// Puts a cookie into the browser, as an attacker or an old tab would.
  public void setCookie(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(base, cookie);
  }

  /// Sends one request; makes sure first that the XSRF cookie is there if it changes something.
  ///
  /// @param body JSON; null for none
  public Answer send(String method, String path, @Nullable String body) {
    boolean changes = !"GET".equals(method);
    if (changes && !headers.containsKey("X-XSRF-TOKEN") && cookie("XSRF-TOKEN").isEmpty()) {
      get("/api/auth/options");
    }
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    Map<String, String> sent = new LinkedHashMap<>();
    if (body != null) {
      sent.put("Content-Type", "application/json");
    }
    if (changes) {
      sent.put("Origin", base.toString());
      sent.put("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""));
    }
    sent.putAll(headers);
    sent.values().removeIf(String::isEmpty);
    sent.forEach(request::header);
    return exchange(base.resolve(path), request);
  }

  private Answer exchange(URI uri, HttpRequest.Builder request) {
    try {
      cookies
          .get(uri, Map.of())
          .getOrDefault("Cookie", List.of())
          .forEach(value -> request.header("Cookie", value));
      HttpResponse<String> raw = HTTP.send(request.build(), BodyHandlers.ofString());
      cookies.put(uri, raw.headers().map());
      return new Answer(raw.statusCode(), parsed(raw.body()), raw.body(), raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String body) {
    return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.missingNode();
  }
}
