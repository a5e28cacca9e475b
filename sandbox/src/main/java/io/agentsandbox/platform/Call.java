package io.agentsandbox.platform;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One call to the sandbox, with its body already read.
public final class Call {
  private static final String BEARER = "bearer ";
  private static final Pattern FIELD_END = Pattern.compile("&");
  private static final Pattern VALUE_END = Pattern.compile(",");

  private final ServerRequest request;
  private final byte[] body;

  Call(ServerRequest request, byte[] body) {
    this.request = request;
    this.body = body;
  }

  public String method() {
    return request.prologue().method().text();
  }

  /// The path without query, as it came.
  public String path() {
    return request.path().absolute().path();
  }

  /// A variable of the matched path pattern.
  public String variable(String name) {
    return request.path().pathParameters().first(name).orElse("");
  }

  /// The first value of a query parameter.
  public Optional<String> query(String name) {
    return request.query().first(name).asOptional();
  }

  /// All values of a query parameter; commas separate values too.
  public List<String> queryValues(String name) {
    if (!request.query().contains(name)) {
      return List.of();
    }
    return request.query().all(name).stream().flatMap(VALUE_END::splitAsStream).toList();
  }

  /// A number of the query, or the default when it is absent or not a number.
  public long queryNumber(String name, long otherwise) {
    try {
      return query(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /// The token of `Authorization: Bearer`.
  public Optional<String> bearer() {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  public byte[] body() {
    return body;
  }

  /// The body as JSON. Throws `MalformedJson`.
  public JsonNode json() {
    return Json.parse(body);
  }

  /// The body as a form; the last of repeated fields wins.
  public Map<String, String> form() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : FIELD_END.split(new String(body, StandardCharsets.UTF_8), -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
