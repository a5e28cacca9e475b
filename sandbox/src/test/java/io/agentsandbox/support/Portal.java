package io.agentsandbox.support;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// Takes webhooks as the portal does: answers verification, keeps what arrives, refuses on demand.
public final class Portal implements AutoCloseable {
  public static final String VERIFY_TOKEN = "let me in";

  private final WebServer server;
  private final List<Hook> hooks = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int refusalStatus = 503;

  /// One webhook as it arrived.
  public record Hook(String path, String signature, Bytes body, long nanos, String extraHeader) {
    public JsonNode json() {
      return Json.parse(body.array());
    }

    /// The only value of a Meta webhook.
    public JsonNode value() {
      return json().path("entry").path(0).path("changes").path(0).path("value");
    }
  }

  private Portal() {
    this.server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .shutdownHook(false)
            .routing(routing -> routing.get("/{hook}", this::verify).post("/{hook}", this::take))
            .build()
            .start();
  }

  public static Portal start() {
    return new Portal();
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  public List<Hook> hooks() {
    return hooks;
  }

  /// Webhooks that arrived at one path.
  public List<Hook> hooks(String path) {
    return hooks.stream().filter(hook -> hook.path().equals(path)).toList();
  }

  /// Refuses the next webhooks with this status.
  public void refuse(int status, int count) {
    refusalStatus = status;
    refusals.set(count);
  }

  public void forget() {
    hooks.clear();
    refusals.set(0);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void verify(ServerRequest request, ServerResponse response) {
    boolean known = request.query().first("hub.verify_token").orElse("").equals(VERIFY_TOKEN);
    response.status(known ? 200 : 403);
    response.send(known ? request.query().first("hub.challenge").orElse("") : "no");
  }

  private void take(ServerRequest request, ServerResponse response) {
    byte[] body = request.content().as(byte[].class);
    hooks.add(
        new Hook(
            request.path().path(),
            request.headers().first(HeaderNames.create("X-Hub-Signature-256")).orElse(""),
            new Bytes(body),
            System.nanoTime(),
            request.headers().first(HeaderNames.create("X-Tenant")).orElse("")));
    response.status(refusals.getAndDecrement() > 0 ? refusalStatus : 200).send();
  }
}
