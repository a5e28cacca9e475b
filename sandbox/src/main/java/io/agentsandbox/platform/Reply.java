package io.agentsandbox.platform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the sandbox answers to one call.
public record Reply(int status, String contentType, Bytes body, Map<String, String> headers) {
  private static final Bytes NOTHING = new Bytes(new byte[0]);

  public static Reply json(int status, Object body) {
    return new Reply(status, "application/json", new Bytes(Json.bytes(body)), Map.of());
  }

  public static Reply html(int status, String page) {
    return new Reply(
        status,
        "text/html; charset=utf-8",
        new Bytes(page.getBytes(StandardCharsets.UTF_8)),
        Map.of());
  }

  public static Reply bytes(String contentType, Bytes body) {
    return new Reply(200, contentType, body, Map.of());
  }

  public static Reply empty(int status) {
    return new Reply(status, "", NOTHING, Map.of());
  }

  public static Reply redirect(String location) {
    return empty(302).with("Location", location);
  }

  /// The same answer with one more header.
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more);
  }
}
