package io.agentsandbox.support;

import io.agentsandbox.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A plain HTTP client with an optional bearer token.
public final class Rest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI baseUri;
  private final String token;

  public Rest(URI baseUri) {
    this(baseUri, "");
  }

  private Rest(URI baseUri, String token) {
    this.baseUri = baseUri;
    this.token = token;
  }

  public Rest with(String bearer) {
    return new Rest(baseUri, bearer);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, String json) {
    return call("POST", path, json);
  }

  public Answer call(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  public Answer form(String path, String form, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Answer send(HttpRequest.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(baseUri.resolve(path));
  }

  /// What came back.
  public record Answer(HttpResponse<byte[]> http) {
    public int status() {
      return http.statusCode();
    }

    public JsonNode json() {
      return Json.parse(http.body());
    }

    public String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
      return http.body();
    }

    public Optional<String> header(String name) {
      return http.headers().firstValue(name);
    }
  }
}
