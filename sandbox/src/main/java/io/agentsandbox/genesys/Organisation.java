package io.agentsandbox.genesys;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Journal;
import io.agentsandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Everything one Genesys organisation holds.
final class Organisation {
  private static final int LOCKS = 64;

  private final World world;
  private final Map<String, Integration> integrations = new ConcurrentHashMap<>();
  private final Map<String, String> flows = new ConcurrentHashMap<>();
  private final BoundedMap<String, Conversation> open;
  private final BoundedMap<String, Conversation> byId;
  private final BoundedMap<String, Long> firstSeen;
  private final BoundedMap<String, AgentMessage> sentIds;
  private final Object[] locks = new Object[LOCKS];
  private final List<Consumer<InboundMessage>> listeners = new CopyOnWriteArrayList<>();

  final Journal<InboundMessage> messages;
  final Journal<InboundReceipt> receipts;
  final Journal<InboundReceipt> events;
  final Journal<FetchedFile> files;
  final Journal<AgentMessage> agentMessages;

  Organisation(World world, int keep) {
    this.world = world;
    this.open = new BoundedMap<>(2 * keep);
    this.byId = new BoundedMap<>(2 * keep);
    this.firstSeen = new BoundedMap<>(4 * keep);
    this.sentIds = new BoundedMap<>(keep);
    this.messages = new Journal<>(keep);
    this.receipts = new Journal<>(keep);
    this.events = new Journal<>(Math.min(keep, 5_000));
    this.files = new Journal<>(Math.min(keep, 5_000));
    this.agentMessages = new Journal<>(keep);
    for (int lock = 0; lock < LOCKS; lock++) {
      locks[lock] = new Object();
    }
  }

  World world() {
    return world;
  }

  List<Integration> integrations() {
    return integrations.values().stream()
        .sorted(Comparator.comparing(Integration::createdAt).thenComparing(Integration::id))
        .toList();
  }

  Optional<Integration> integration(String id) {
    return Optional.ofNullable(integrations.get(id));
  }

  /// The first identifier derived from the name that is still free: an integration that is made
  /// again under its old name after a restart has its old identifier.
  String freeIntegrationId(String name) {
    int copy = 1;
    String id = integrationId(name, copy);
    while (integrations.containsKey(id)) {
      id = integrationId(name, ++copy);
    }
    return id;
  }

  void store(Integration integration) {
    integrations.put(integration.id(), integration);
  }

  boolean removeIntegration(String id) {
    return integrations.remove(id) != null;
  }

  Optional<Integration> byRecipient(String recipientId) {
    return integrations.values().stream()
        .filter(integration -> integration.recipientId().equals(recipientId))
        .findFirst();
  }

  Optional<String> flow(String recipientId) {
    return Optional.ofNullable(flows.get(recipientId));
  }

  void route(String recipientId, String flowId) {
    flows.put(recipientId, flowId);
  }

  /// The conversation that a message of this contact joins; opened when there is none.
  Conversation join(String integrationId, String contact, String idType, String nickname) {
    String key = key(integrationId, contact);
    Conversation conversation =
        open.computeIfAbsent(
            key,
            _ -> {
              Conversation opened =
                  new Conversation(Ids.uuid(), integrationId, contact, idType, nickname);
              byId.put(opened.id(), opened);
              return opened;
            });
    conversation.rename(nickname);
    return conversation;
  }

  Optional<Conversation> conversation(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The newest open conversation of a contact, over all integrations.
  Optional<Conversation> openWith(String contact) {
    return integrations().stream()
        .map(integration -> open.get(key(integration.id(), contact)))
        .filter(conversation -> conversation != null)
        .max(Comparator.comparingLong(Conversation::lastAt));
  }

  /// Newest first.
  List<Conversation> conversations() {
    return byId.values().stream()
        .sorted(Comparator.comparingLong(Conversation::lastAt).reversed())
        .toList();
  }

  void disconnect(Conversation conversation) {
    conversation.disconnect();
    open.remove(key(conversation.integrationId(), conversation.contact()));
  }

  /// Notes a message, and whether its `messageId` was here before.
  void record(InboundMessage message) {
    if (message.messageId().isEmpty()) {
      messages.add(message);
      tell(message);
      return;
    }
    String key = key(message.integrationId(), message.messageId());
    synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
      Long first = firstSeen.get(key);
      long seq = messages.add(first == null ? message : repeated(message, first));
      if (first == null) {
        firstSeen.put(key, seq);
      }
    }
    tell(message);
  }

  void record(AgentMessage message) {
    agentMessages.add(message);
    sentIds.put(message.id(), message);
  }

  Optional<AgentMessage> agentMessage(String id) {
    return Optional.ofNullable(sentIds.get(id));
  }

  /// Calls back for every message that arrives, in the arriving thread.
  void onMessage(Consumer<InboundMessage> listener) {
    listeners.add(listener);
  }

  void clear(boolean keepSetup) {
    if (!keepSetup) {
      integrations.clear();
      flows.clear();
    }
    open.clear();
    byId.clear();
    firstSeen.clear();
    sentIds.clear();
    messages.clear();
    receipts.clear();
    files.clear();
    events.clear();
    agentMessages.clear();
  }

  private void tell(InboundMessage message) {
    listeners.forEach(listener -> listener.accept(message));
  }

  private String integrationId(String name, int copy) {
    return Ids.stableUuid("integration/%s/%s/%d".formatted(world.organizationId(), name, copy));
  }

  private static InboundMessage repeated(InboundMessage message, long first) {
    return new InboundMessage(
        message.at(),
        message.id(),
        message.integrationId(),
        message.conversationId(),
        message.contact(),
        message.messageId(),
        message.kind(),
        message.body(),
        first);
  }

  private static String key(String integrationId, String other) {
    return integrationId + '|' + other;
  }
}
