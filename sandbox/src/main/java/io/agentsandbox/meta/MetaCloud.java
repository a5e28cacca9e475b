package io.agentsandbox.meta;

import io.agentsandbox.platform.FaultTarget;
import io.agentsandbox.platform.Gateway;
import io.agentsandbox.platform.Ground;
import io.agentsandbox.platform.Journal.Entry;
import io.agentsandbox.platform.Json;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The simulated WhatsApp side of Meta: one for all accounts.
public final class MetaCloud {
  private static final String NODE = "/{version:v[0-9]+\\.[0-9]+}/{id}";

  private final Map<String, WhatsAppAccount> accounts = new LinkedHashMap<>();
  private final GraphTokens tokens;
  private final MediaEndpoints media;
  private final MetaWebhooks webhooks;
  private final Statuses statuses;
  private final Handshake handshake;
  private final Customers customers;
  private final SendEndpoint sending;
  private final GraphEndpoints graph;

  public MetaCloud(Worlds worlds, Ground ground) {
    for (World world : worlds.worlds()) {
      accounts.put(
          world.key(),
          new WhatsAppAccount(world, ground.settings(), ground.clock(), ground.keep()));
    }
    this.tokens = new GraphTokens(worlds, ground.settings(), ground.clock());
    this.media = new MediaEndpoints(tokens, ground.settings(), ground.clock(), ground.baseUri());
    this.webhooks = new MetaWebhooks(ground.sender(), ground.settings());
    this.statuses = new Statuses(webhooks, ground.settings(), ground.clock(), ground.timer());
    this.handshake = new Handshake(ground.sender().client(), ground.settings());
    this.customers = new Customers(webhooks, media, ground.clock());
    this.sending = new SendEndpoint(statuses, ground.settings(), ground.clock());
    NumberEndpoints numbers = new NumberEndpoints(handshake, ground.clock(), ground.settings());
    this.graph =
        new GraphEndpoints(
            tokens,
            accounts.values(),
            media,
            numbers,
            new AccountEndpoints(handshake, numbers, ground.settings()),
            new AppEndpoints(tokens, handshake, ground.settings()));
  }

  /// Adds the Graph API's and the media host's paths.
  public void addRoutes(HttpRouting.Builder routing, Gateway gateway) {
    GraphVoice voice = new GraphVoice(tokens);
    Handler any = gateway.partner(FaultTarget.META_GRAPH, voice, graph::handle);
    routing
        .post(
            NODE + "/messages",
            gateway.partner(
                FaultTarget.META_MESSAGES, voice, call -> sending.handle(graph.sender(call), call)))
        .post(
            NODE + "/media",
            gateway.partner(
                FaultTarget.META_MEDIA, voice, call -> media.upload(graph.sender(call), call)))
        .get("/media/{link}", gateway.partner(FaultTarget.META_MEDIA, voice, media::download))
        .any(NODE, any)
        .any(NODE + "/{edge}", any);
  }

  /// Writes as a customer; see `POST /sandbox/customer/messages`.
  public CustomerMessage customerWrites(World world, JsonNode request) {
    return customers.write(account(world), request);
  }

  /// Sends a payload exactly as given, escaped and signed.
  public void sendPayload(World world, JsonNode payload) {
    webhooks.sendPayload(account(world), payload);
  }

  /// Reports a status for a message that was sent before. Throws `IllegalArgumentException` when
  /// there is none with this id.
  public void report(World world, String wamid, String status, int code, String title) {
    WhatsAppAccount account = account(world);
    SentMessage message = account.sentById.get(wamid);
    if (message == null) {
      throw new IllegalArgumentException("wamid: nothing was sent as " + wamid);
    }
    if (code == 0) {
      statuses.report(account, message, status);
    } else {
      statuses.report(account, message, status, new Statuses.Failure(code, title, title));
    }
  }

  /// Sets a callback by hand and subscribes the app; with a verify token the handshake is made.
  ///
  /// @param level `app`, `waba` or `phone`
  /// @param address empty to clear
  public void setCallback(World world, String level, String address, @Nullable String verifyToken)
      throws InterruptedException {
    Callbacks callbacks = account(world).callbacks;
    URI uri = null;
    if (!address.isEmpty()) {
      uri =
          verifyToken == null
              ? Handshake.callback(address)
              : handshake.verify(address, verifyToken);
      callbacks.subscribe();
    }
    switch (level) {
      case "app" -> callbacks.setApp(uri);
      case "waba" -> callbacks.setAccount(uri);
      case "phone" -> callbacks.setNumber(uri);
      default -> throw new IllegalArgumentException("level: unknown value " + level);
    }
  }

  public List<Entry<SentMessage>> sent(
      World world, long after, int limit, Predicate<SentMessage> wanted) {
    return account(world).sent.after(after, limit, wanted);
  }

  /// The newest sent messages that match, oldest of them first.
  public List<Entry<SentMessage>> newestSent(
      World world, int limit, Predicate<SentMessage> wanted) {
    return account(world).sent.newest(limit, wanted);
  }

  public List<Entry<ReadMark>> reads(World world, long after, int limit) {
    return account(world).reads.after(after, limit, _ -> true);
  }

  /// The newest customer messages that match, oldest of them first.
  public List<Entry<CustomerMessage>> newestReceived(
      World world, int limit, Predicate<CustomerMessage> wanted) {
    return account(world).received.newest(limit, wanted);
  }

  /// Whether webhooks of customers' messages go anywhere.
  public boolean hasCallback(World world) {
    return account(world).callbacks.effective("messages").isPresent();
  }

  /// The account's callbacks and counters.
  public ObjectNode describe(World world) {
    WhatsAppAccount account = account(world);
    ObjectNode shown = Json.object();
    shown.put("subscribed", account.callbacks.isSubscribed());
    shown.set("callbacks", account.callbacks.describe());
    account
        .callbacks
        .effective("messages")
        .ifPresent(uri -> shown.put("effectiveCallback", uri.toString()));
    return shown
        .put("customerMessages", account.received.total())
        .put("sent", account.sent.total())
        .put("reads", account.reads.total())
        .put("webhooksWithoutCallback", webhooks.withoutCallback());
  }

  /// Forgets what was exchanged; with `keepSetup` the callbacks stay.
  public void clear(boolean keepSetup) {
    media.clear();
    accounts.values().forEach(account -> account.clear(keepSetup));
  }

  private WhatsAppAccount account(World world) {
    WhatsAppAccount account = accounts.get(world.key());
    if (account == null) {
      throw new IllegalArgumentException("org: unknown value " + world.key());
    }
    return account;
  }

  /// A further system user token that is as good as the seeded one.
  public String issueSystemUserToken(World world) {
    return tokens.issueSystemUserToken(world);
  }

  /// A further secret of the account's app.
  public String issueAppSecret(World world) {
    return tokens.issueAppSecret(world);
  }
}
