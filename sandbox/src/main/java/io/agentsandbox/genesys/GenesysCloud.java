package io.agentsandbox.genesys;

import io.agentsandbox.platform.Gateway;
import io.agentsandbox.platform.Ground;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Journal.Entry;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import io.helidon.webserver.http.HttpRouting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The simulated Genesys Cloud: one for all organisations.
public final class GenesysCloud {
  private final Worlds worlds;
  private final LiveSettings settings;
  private final SandboxClock clock;
  private final Tokens tokens;
  private final TokenEndpoint tokenEndpoint;
  private final Agents agents;
  private final Downloads downloads;
  private final Map<String, Organisation> organisations = new HashMap<>();

  public GenesysCloud(Worlds worlds, Ground ground) {
    this.worlds = worlds;
    this.settings = ground.settings();
    this.clock = ground.clock();
    this.tokens = new Tokens(settings, clock);
    this.tokenEndpoint = new TokenEndpoint(worlds, tokens, settings);
    this.agents = new Agents(ground.sender(), settings, clock);
    this.downloads = new Downloads(ground.baseUri());
    worlds
        .worlds()
        .forEach(world -> organisations.put(world.key(), new Organisation(world, ground.keep())));
  }

  /// Adds the login host's and the API host's paths.
  public void addRoutes(HttpRouting.Builder routing, Gateway gateway) {
    Authorised authorised = new Authorised(tokens, organisations, settings, clock);
    GenesysRoutes routes = new GenesysRoutes(gateway, new GenesysVoice(tokens), authorised);
    routing.register(
        "/api/v2",
        rules -> {
          routes.inbound(rules, new InboundEndpoints(clock, agents, new AttachmentFetch(clock)));
          routes.integrations(rules, new IntegrationEndpoints(settings, clock));
          routes.routing(rules, new RoutingEndpoints(settings));
          routes.directory(rules, new DirectoryEndpoints(tokens, settings));
          routes.conversations(rules, new ConversationEndpoints(agents));
          routes.analytics(rules, new AnalyticsEndpoints());
          routes.downloads(rules, downloads);
          routes.rest(rules);
        });
    routes.login(routing, new AuthorizeEndpoints(worlds, tokens), tokenEndpoint);
  }

  /// Calls back for every customer message of an organisation, in the thread of its request.
  public void onMessage(World world, Consumer<InboundMessage> listener) {
    organisation(world).onMessage(listener);
  }

  /// Lets an agent write. `to` is a conversation's id or a contact; a contact that never wrote gets
  /// a conversation on the oldest integration. Throws `IllegalArgumentException` with a sentence.
  public AgentMessage answer(World world, String to, AgentAnswer answer) {
    Organisation organisation = organisation(world);
    return agents.answer(organisation, conversation(organisation, to), answer);
  }

  /// Keeps a file that an agent sends and answers its address.
  public String keepFile(String mime, byte[] content) {
    return downloads.keep(mime, content);
  }

  /// Gives every integration that has none a message flow, as an administrator does in Genesys
  /// Cloud's own console.
  public void routeEverything(World world) {
    Organisation organisation = organisation(world);
    String flow = Ids.stableUuid("flow/" + world.organizationId());
    for (Integration integration : organisation.integrations()) {
      if (organisation.flow(integration.recipientId()).isEmpty()) {
        organisation.route(integration.recipientId(), flow);
      }
    }
  }

  /// Ends the conversation with this id, or the open one with this contact.
  public void disconnect(World world, String to) {
    Organisation organisation = organisation(world);
    organisation.disconnect(
        existing(organisation, to)
            .orElseThrow(() -> new IllegalArgumentException("no open conversation: " + to)));
  }

  public List<Entry<InboundMessage>> messages(
      World world, long after, int limit, Predicate<InboundMessage> wanted) {
    return organisation(world).messages.after(after, limit, wanted);
  }

  /// The files of inbound messages, as far as they were fetched.
  public List<Entry<FetchedFile>> files(World world, long after, int limit) {
    return organisation(world).files.after(after, limit, _ -> true);
  }

  public List<Entry<InboundReceipt>> receipts(
      World world, long after, int limit, Predicate<InboundReceipt> wanted) {
    return organisation(world).receipts.after(after, limit, wanted);
  }

  public List<Entry<InboundReceipt>> events(
      World world, long after, int limit, Predicate<InboundReceipt> wanted) {
    return organisation(world).events.after(after, limit, wanted);
  }

  public List<Entry<AgentMessage>> agentMessages(
      World world, int limit, Predicate<AgentMessage> wanted) {
    return organisation(world).agentMessages.newest(limit, wanted);
  }

  /// The newest customer messages that match, oldest of them first.
  public List<Entry<InboundMessage>> newestMessages(
      World world, int limit, Predicate<InboundMessage> wanted) {
    return organisation(world).messages.newest(limit, wanted);
  }

  /// Conversations, newest first, at most `limit`.
  public ArrayNode conversations(World world, int limit) {
    ArrayNode list = Json.array();
    organisation(world).conversations().stream()
        .limit(limit)
        .forEach(conversation ->
            list.addObject()
                .put("id", conversation.id())
                .put("integrationId", conversation.integrationId())
                .put("contact", conversation.contact())
                .put("nickname", conversation.nickname())
                .put("open", conversation.isOpen())
                .put("messages", conversation.messages())
                .put("lastAt", conversation.lastAt()));
    return list;
  }

  /// The organisation's integrations and counters.
  public JsonNode describe(World world) {
    Organisation organisation = organisation(world);
    ObjectNode shown = Json.object();
    ArrayNode integrations = shown.putArray("integrations");
    organisation
        .integrations()
        .forEach(integration -> integrations.add(integration.describe(clock.millis())));
    return shown
        .put("messages", organisation.messages.total())
        .put("receipts", organisation.receipts.total())
        .put("events", organisation.events.total())
        .put("agentMessages", organisation.agentMessages.total());
  }

  public boolean hasIntegration(World world) {
    return !organisation(world).integrations().isEmpty();
  }

  /// Forgets what was exchanged; with `keepSetup` tokens and integrations stay.
  public void clear(boolean keepSetup) {
    if (!keepSetup) {
      tokens.clear();
    }
    downloads.clear();
    organisations.values().forEach(organisation -> organisation.clear(keepSetup));
  }

  private Organisation organisation(World world) {
    Organisation organisation = organisations.get(world.key());
    if (organisation == null) {
      throw new IllegalArgumentException("org: unknown value " + world.key());
    }
    return organisation;
  }

  private static Optional<Conversation> existing(Organisation organisation, String to) {
    return organisation.conversation(to).or(() -> organisation.openWith(to));
  }

  private static Conversation conversation(Organisation organisation, String to) {
    return existing(organisation, to)
        .orElseGet(() -> {
          Integration integration =
              organisation.integrations().stream()
                  .findFirst()
                  .orElseThrow(() ->
                      new IllegalArgumentException("the organisation has no integration yet"));
          String idType = to.startsWith("+") ? "Phone" : "Opaque";
          return organisation.join(integration.id(), to, idType, to);
        });
  }

  /// A further secret of the organisation's machine client.
  public String issueClientSecret(World world) {
    return tokenEndpoint.issueSecret(world);
  }
}
