package io.agentsandbox;

import io.agentsandbox.control.ControlApi;
import io.agentsandbox.control.ControlClient;
import io.agentsandbox.control.Parts;
import io.agentsandbox.demo.DemoSetUp;
import io.agentsandbox.demo.SecretRotation;
import io.agentsandbox.genesys.GenesysCloud;
import io.agentsandbox.meta.MetaCloud;
import io.agentsandbox.platform.Delivery;
import io.agentsandbox.platform.FaultRules;
import io.agentsandbox.platform.Gateway;
import io.agentsandbox.platform.Ground;
import io.agentsandbox.platform.Journal;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.WebhookSender;
import io.agentsandbox.scenario.Replay;
import io.agentsandbox.scenario.Traffic;
import io.agentsandbox.world.OAuthClient;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/// A running sandbox. One port serves Genesys Cloud's login and API, Meta's Graph API, media, the
/// control API and its page.
public final class Sandbox implements AutoCloseable {
  private static final int RECENT_CALLS = 1_000;
  private static final int RECENT_DELIVERIES = 20_000;
  private static final int DEMO_PER_MINUTE = 40;

  private final WebServer server;
  private final WebhookSender sender;
  private final ScheduledExecutorService timer;
  private final Parts parts;
  private final ControlClient control;

  private Sandbox(WebServer server, Parts parts) {
    this.server = server;
    this.parts = parts;
    this.sender = parts.ground().sender();
    this.timer = parts.ground().timer();
    this.control = new ControlClient(parts.ground().baseUri());
  }

  /// Starts a sandbox on this machine's loopback address.
  public static Sandbox start(SandboxOptions options) {
    int port = options.port() == 0 ? freePort() : options.port();
    Parts parts = parts(options, URI.create("http://localhost:" + port));
    Gateway gateway = new Gateway(parts.faults(), parts.calls(), parts.ground().clock());
    HttpRouting.Builder routing = HttpRouting.builder();
    parts.meta().addRoutes(routing, gateway);
    parts.genesys().addRoutes(routing, gateway);
    new ControlApi(gateway, parts).addRoutes(routing);
    WebServer server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(port)
            .shutdownHook(false)
            .routing(routing)
            .build()
            .start();
    return new Sandbox(server, parts);
  }

  private static Parts parts(SandboxOptions options, URI baseUri) {
    Worlds worlds = Worlds.seeded();
    SandboxClock clock = new SandboxClock();
    FaultRules faults = new FaultRules();
    Journal<Delivery> deliveries = new Journal<>(RECENT_DELIVERIES);
    WebhookSender sender =
        new WebhookSender(deliveries, faults, clock, options.webhookConcurrency());
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-timer").factory());
    LiveSettings settings = new LiveSettings(options.settings());
    Ground ground = new Ground(settings, clock, sender, timer, baseUri, options.keep());
    GenesysCloud genesys = new GenesysCloud(worlds, ground);
    MetaCloud meta = new MetaCloud(worlds, ground);
    return new Parts(
        worlds,
        ground,
        genesys,
        meta,
        new Traffic(worlds.worlds(), genesys, meta, ground),
        new Replay(sender.client()),
        faults,
        deliveries,
        new Journal<>(RECENT_CALLS));
  }

  /// `http://localhost:<port>`, without a trailing slash.
  public URI baseUri() {
    return parts.ground().baseUri();
  }

  /// The first seeded organisation.
  public World northwind() {
    return parts.worlds().get("northwind");
  }

  /// The second seeded organisation.
  public World contoso() {
    return parts.worlds().get("contoso");
  }

  /// The portal's login client, registered in both organisations.
  public OAuthClient loginClient() {
    return parts.worlds().loginClient();
  }

  /// Everybody's password.
  public String password() {
    return parts.worlds().password();
  }

  /// The control API as Java methods.
  public ControlClient control() {
    return control;
  }

  /// Sets Northwind up in a portal, as its administrator's browser would, sends its messages to a
  /// flow, and starts background traffic; false when that did not work. `progress` takes a sentence
  /// per step.
  public boolean setUpPortal(URI portal, Consumer<String> progress) throws InterruptedException {
    DemoSetUp demo = new DemoSetUp(sender.client(), portal, northwind(), password(), progress);
    if (!demo.run()) {
      return false;
    }
    parts.genesys().routeEverything(northwind());
    parts.traffic().set(northwind(), Json.object().put("messagesPerMinute", DEMO_PER_MINUTE));
    return true;
  }

  /// Northwind's administrator at a portal, about to rotate its webhook secret.
  public SecretRotation rotationAt(URI portal) {
    return new SecretRotation(sender.client(), portal, northwind(), password());
  }

  @Override
  public void close() {
    parts.traffic().stop();
    timer.shutdownNow();
    server.stop();
    sender.close();
    control.close();
  }

  /// The base address is part of what is built before the server starts, so the port must be known.
  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts the sandbox as a program; see `SandboxProgram` for its arguments.
  public static void main(String[] arguments) throws InterruptedException {
    SandboxProgram.run(arguments);
  }
}
