package io.agentsandbox.demo;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.MalformedJson;
import io.agentsandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings a portal to the point where messages flow: signs in as the world's administrator, fills
/// in the set-up, deploys the webhooks and completes it.
///
/// A tenant that was set up before only has its webhooks deployed again, because a restarted
/// sandbox has forgotten its side of them; the integration gets the identifier it had.
public final class DemoSetUp {
  private static final Duration READY_POLL = Duration.ofMillis(500);
  private static final int ATTEMPTS = 60;

  private final HttpClient http;
  private final URI portal;
  private final World world;
  private final String password;
  private final Consumer<String> progress;
  private Duration pauseAfterFailure = Duration.ofSeconds(5);

  /// @param progress takes a sentence per step
  public DemoSetUp(
      HttpClient http, URI portal, World world, String password, Consumer<String> progress) {
    this.http = http;
    this.portal = portal;
    this.world = world;
    this.password = password;
    this.progress = progress;
  }

  /// How long to wait before the next try, five seconds by default.
  public DemoSetUp withPauseAfterFailure(Duration pause) {
    pauseAfterFailure = pause;
    return this;
  }

  /// Waits for the portal and sets it up; false when it did not work within five minutes of tries.
  public boolean run() throws InterruptedException {
    PortalClient probe = new PortalClient(http, portal);
    progress.accept("Demo: waiting for the portal at " + portal);
    while (!probe.isReady()) {
      Thread.sleep(READY_POLL);
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        setUp();
        return true;
      } catch (DemoFailure | MalformedJson | IllegalArgumentException e) {
        progress.accept("Demo: %s (try %d of %d)".formatted(e.getMessage(), attempt, ATTEMPTS));
        Thread.sleep(pauseAfterFailure);
      }
    }
    return false;
  }

  private void setUp() throws InterruptedException {
    PortalClient client = new PortalClient(http, portal);
    JsonNode options = client.get("/api/auth/options");
    JsonNode session = new SignIn(client, http).run(world.admin().email(), password);
    if (session.path("tenant").path("onboarded").asBoolean(false)) {
      deploy(client);
      progress.accept("Demo: %s is set up; webhooks deployed again".formatted(name()));
    } else {
      save(client, 1, "organization", organization());
      save(client, 2, "genesys", genesys(Json.text(options, "defaultRegion")));
      save(client, 3, "whatsapp", whatsapp());
      deploy(client);
      client.post("/api/onboarding/complete", Json.object());
      progress.accept("Demo: %s is set up".formatted(name()));
    }
    client.post("/api/auth/logout", Json.object());
  }

  private void deploy(PortalClient client) throws InterruptedException {
    JsonNode deployed = client.post("/api/onboarding/webhooks/deploy", Json.object());
    for (JsonNode step : deployed.path("steps")) {
      if (Json.text(step, "status").equals("failed")) {
        throw new DemoFailure(
            "deployment: %s: %s".formatted(Json.text(step, "name"), Json.text(step, "message")),
            null);
      }
    }
  }

  private static void save(PortalClient client, int step, String name, ObjectNode values)
      throws InterruptedException {
    ObjectNode body = Json.object().put("step", step);
    body.putObject("data").set(name, values);
    client.post("/api/onboarding/save", body);
  }

  private ObjectNode organization() {
    return Json.object()
        .put("companyName", name())
        .put("contactEmail", world.admin().email())
        .put("supportPhone", "+" + world.meta().phoneDigits())
        .put("region", "north-america");
  }

  private ObjectNode genesys(String region) {
    return Json.object()
        .put("clientId", world.machineClient().id())
        .put("clientSecret", world.machineClient().secret())
        .put("region", region)
        .put("environment", "production");
  }

  private ObjectNode whatsapp() {
    return Json.object()
        .put("wabaId", world.meta().wabaId())
        .put("phoneNumberId", world.meta().phoneNumberId())
        .put("systemUserToken", world.meta().systemUserToken())
        .put("appId", world.meta().appId())
        .put("appSecret", world.meta().appSecret());
  }

  private String name() {
    return world.organizationName();
  }
}
