package io.agentportal.bridge;

import io.agentportal.bridge.courtesy.AgentSeen;
import io.agentportal.bridge.mapping.AgentView;
import io.agentportal.bridge.mapping.CustomerPart;
import io.agentportal.conversations.AgentReply;
import io.agentportal.conversations.ReceivedMessage;
import io.agentportal.conversations.StatusChange;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppNotice.MediaReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a batch of webhook calls holds, sorted by tenant.
final class Intake {
  /// By the tenant's id as the database sorts it: UUIDs of Java sort by signed halves.
  private final Map<String, Share> shares = new TreeMap<>();

  private final List<AgentSeen> signs = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();

  /// What Meta tells about account, number or templates.
  record Notice(
      TenantId tenantId,
      long eventId,
      String field,
      String wabaId,
      String phoneNumberId,
      Instant at,
      String severity,
      String text,
      String raw) {}

  /// Something that leads nowhere.
  ///
  /// @param tenantId null if nobody knows whose it is
  record SetAside(
      @Nullable TenantId tenantId, long eventId, String source, String reason, String raw) {}

  /// A customer's message.
  ///
  /// @param view what the agent sees of it
  /// @param file that came with it; null: none
  record Incoming(ReceivedMessage message, AgentView view, @Nullable MediaReference file) {}

  /// An agent's message.
  ///
  /// @param parts the WhatsApp messages it becomes, in order; at least one
  record Outgoing(AgentReply reply, List<CustomerPart> parts) {}

  /// What concerns one tenant.
  static final class Share {
    private final List<Incoming> fromCustomers = new ArrayList<>();
    private final List<Outgoing> fromAgents = new ArrayList<>();
    private final List<StatusChange> statuses = new ArrayList<>();

    void add(Incoming message) {
      fromCustomers.add(message);
    }

    void add(Outgoing reply) {
      fromAgents.add(reply);
    }

    void add(StatusChange status) {
      statuses.add(status);
    }

    List<StatusChange> statuses() {
      return statuses;
    }

    /// By WhatsApp's time, then by arrival: calls overtake each other on their way.
    List<Incoming> inOrderOfSending() {
      return fromCustomers.stream()
          .sorted(Comparator.comparing(incoming -> incoming.message().sentAt()))
          .toList();
    }

    List<Outgoing> repliesInOrderOfSending() {
      return fromAgents.stream()
          .sorted(Comparator.comparing(outgoing -> outgoing.reply().sentAt()))
          .toList();
    }
  }

  Share of(TenantId tenant) {
    return shares.computeIfAbsent(tenant.value().toString(), _ -> new Share());
  }

  /// In a fixed order of tenants, which is the order of locking.
  Map<TenantId, Share> byTenant() {
    Map<TenantId, Share> sorted = new LinkedHashMap<>();
    shares.forEach((tenant, share) -> sorted.put(TenantId.parse(tenant), share));
    return sorted;
  }

  /// Signs of agents that concern nobody but the customer.
  List<AgentSeen> signs() {
    return signs;
  }

  List<Notice> notices() {
    return notices;
  }

  List<SetAside> setAside() {
    return setAside;
  }
}
