package io.agentsandbox.support;

import io.agentsandbox.platform.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of the portal's HTTP contract that the demo uses: sends people to the sandbox to sign
/// in, redeems their code there, and keeps what is saved. Refuses calls without cookie or CSRF
/// header.
public final class PortalSetUp implements AutoCloseable {
  private final WebServer server;
  private final URI sandboxUri;
  private final String loginClientId;
  private final String authorization;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<JsonNode> saved = new CopyOnWriteArrayList<>();
  private volatile boolean onboarded;
  private volatile String challenge = "";
  private final AtomicInteger refusals = new AtomicInteger();

  public PortalSetUp(URI sandboxUri, String loginClientId, String authorization) {
    this.sandboxUri = sandboxUri;
    this.loginClientId = loginClientId;
    this.authorization = authorization;
    this.server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .shutdownHook(false)
            .routing(this::route)
            .build()
            .start();
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.port());
  }

  /// Paths in the order of their calls.
  public List<String> calls() {
    return calls;
  }

  /// Bodies of `onboarding/save`.
  public List<JsonNode> saved() {
    return saved;
  }

  /// Fails the next deployments.
  public void refuseDeployments(int count) {
    refusals.set(count);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void route(HttpRouting.Builder routing) {
    routing
        .get("/readyz", (_, response) -> response.send("{}"))
        .get("/api/auth/options", answer(_ -> Json.object().put("defaultRegion", "us-east-1")))
        .post("/api/auth/login/init", guarded(this::loginInit))
        .post("/api/auth/callback", guarded(this::callback))
        .post("/api/onboarding/save", guarded(this::save))
        .post("/api/onboarding/webhooks/deploy", guarded(this::deploy))
        .post("/api/onboarding/complete", guarded(_ -> complete()))
        .post("/api/auth/logout", guarded(_ -> Json.object()));
  }

  private ObjectNode loginInit(JsonNode body) {
    challenge = Json.text(body, "codeChallenge");
    String url =
        "%s/oauth/authorize?response_type=code&prompt=login&state=st&client_id=%s&redirect_uri=%s&code_challenge=%s"
            .formatted(
                sandboxUri,
                loginClientId,
                Browser.encode(Json.text(body, "redirectUri")),
                challenge);
    return Json.object().put("authUrl", url).put("state", "st");
  }

  private ObjectNode callback(JsonNode body) {
    Rest.Answer tokens =
        new Rest(sandboxUri)
            .form(
                "/oauth/token",
                "grant_type=authorization_code&code=%s&code_verifier=%s&redirect_uri=%s"
                    .formatted(
                        Json.text(body, "code"),
                        Json.text(body, "codeVerifier"),
                        Browser.encode(uri() + "/callback")),
                "Authorization",
                authorization);
    if (tokens.status() != 200) {
      throw new IllegalStateException(tokens.text());
    }
    ObjectNode answer = Json.object();
    answer.putObject("session").putObject("tenant").put("onboarded", onboarded);
    return answer;
  }

  private ObjectNode save(JsonNode body) {
    saved.add(body);
    return Json.object().put("revision", saved.size());
  }

  private ObjectNode deploy(JsonNode body) {
    ObjectNode answer = Json.object();
    boolean refused = refusals.getAndDecrement() > 0;
    answer
        .putArray("steps")
        .addObject()
        .put("name", "meta")
        .put("status", refused ? "failed" : "done")
        .put("message", refused ? "not yet" : "done");
    return answer;
  }

  private ObjectNode complete() {
    onboarded = true;
    return Json.object();
  }

  private Handler guarded(Function<JsonNode, ObjectNode> action) {
    Handler answered = answer(action);
    return (request, response) -> {
      String cookies = request.headers().first(HeaderNames.COOKIE).orElse("");
      String csrf = request.headers().first(HeaderNames.create("X-XSRF-TOKEN")).orElse("");
      if (!cookies.contains("XSRF-TOKEN=t1") || !csrf.equals("t1")) {
        response.status(403).send("{\"success\":false}");
        return;
      }
      answered.handle(request, response);
    };
  }

  private Handler answer(Function<JsonNode, ObjectNode> action) {
    return (request, response) -> {
      calls.add(request.path().path());
      ObjectNode envelope = Json.object().put("success", true);
      envelope.set("data", action.apply(body(request)));
      response.header("Set-Cookie", "XSRF-TOKEN=t1; Path=/; SameSite=Lax");
      response.send(envelope.toString().getBytes(StandardCharsets.UTF_8));
    };
  }

  private static JsonNode body(ServerRequest request) {
    return request.content().hasEntity()
        ? Json.parse(request.content().as(byte[].class))
        : Json.object();
  }
}
