package io.agentportal.conversations;

import io.agentportal.conversations.StatusStore.ConversationMove;
import io.agentportal.conversations.StatusStore.Name;
import io.agentportal.conversations.StatusStore.Outcome;
import io.agentportal.conversations.StatusStore.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applies what is heard about messages: forward only, each step told once, whatever the order.
@Component
class StatusWriter {
  private final StatusStore store;
  private final ChangeCollector changes;

  StatusWriter(StatusStore store, ChangeCollector changes) {
    this.store = store;
    this.changes = changes;
  }

  /// A move that took effect, with what it led to.
  record Applied(StatusMove move, StatusAdvance advance) {}

  List<Applied> apply(List<StatusMove> moves) {
    if (moves.isEmpty()) {
      return List.of();
    }
    Map<UUID, Standing> standing = store.lock(moves);
    Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
    Map<UUID, ConversationMove> conversations = new LinkedHashMap<>();
    Set<Name> names = new LinkedHashSet<>();
    List<Applied> applied = new ArrayList<>();
    for (StatusMove move : moves) {
      Standing message = standing.get(move.messageId());
      if (message == null) {
        continue;
      }
      Outcome before = outcomes.getOrDefault(message.id(), unmoved(message));
      Outcome after = apply(move, before);
      Stream.of(move.reference(), move.part())
          .filter(Objects::nonNull)
          .forEach(reference -> names.add(new Name(message, reference, move.partial())));
      if (after.status() != before.status()) {
        applied.add(new Applied(move, advance(move, before, after)));
      }
      if (!after.equals(before)) {
        outcomes.put(message.id(), after);
      }
      noteConversation(conversations, move, message, after.status() != before.status());
    }
    write(outcomes, conversations, names);
    return applied;
  }

  private void write(
      Map<UUID, Outcome> outcomes, Map<UUID, ConversationMove> conversations, Set<Name> names) {
    if (!outcomes.isEmpty()) {
      store.update(List.copyOf(outcomes.values()));
    }
    if (!names.isEmpty()) {
      store.refer(names);
    }
    if (!conversations.isEmpty()) {
      store.move(conversations.values());
    }
  }

  private static Outcome unmoved(Standing message) {
    return new Outcome(message, message.status(), null, null, null);
  }

  private static Outcome apply(StatusMove move, Outcome before) {
    boolean advances = move.advances(before.status());
    String wamid = move.partial() ? null : move.wamid();
    String genesysId = move.genesysId();
    return new Outcome(
        before.before(),
        advances ? nonNull(move.status(), before.status()) : before.status(),
        advances ? move : before.move(),
        wamid == null ? before.wamid() : wamid,
        genesysId == null ? before.genesysId() : genesysId);
  }

  private static MessageStatus nonNull(@Nullable MessageStatus status, MessageStatus otherwise) {
    return status == null ? otherwise : status;
  }

  private StatusAdvance advance(StatusMove move, Outcome before, Outcome after) {
    Standing message = before.before();
    changes.moved(
        message.tenantId(),
        message.conversationId(),
        new StatusFact(
            message.id(),
            message.direction(),
            move.at(),
            before.status().wireName(),
            after.status().wireName(),
            after.status() == MessageStatus.FAILED ? move.errorCode() : null));
    return new StatusAdvance(
        message.id(),
        message.conversationId(),
        message.contactId(),
        message.genesysAddress(),
        message.direction(),
        message.genesysId(),
        before.status(),
        after.status(),
        move.at(),
        move.errorCode(),
        move.errorText());
  }

  /// A failure marks the conversation until something succeeds again.
  private void noteConversation(
      Map<UUID, ConversationMove> moves, StatusMove move, Standing message, boolean moved) {
    String genesysId = move.genesysConversationId();
    boolean newGenesysId = genesysId != null && !genesysId.equals(message.genesysConversationId());
    ConversationMove noted = moves.get(message.conversationId());
    String standing =
        noted == null || noted.status() == null ? message.conversationStatus() : noted.status();
    String status = moved ? conversationStatus(move, standing) : null;
    if (!newGenesysId && status == null) {
      return;
    }
    boolean failed = "error".equals(status);
    moves.put(
        message.conversationId(),
        new ConversationMove(
            message.tenantId(),
            message.conversationId(),
            status != null ? status : noted == null ? null : noted.status(),
            newGenesysId ? genesysId : noted == null ? null : noted.genesysId(),
            failed ? errorCode(move) : noted == null ? null : noted.errorCode()));
    changes.touched(message.tenantId(), message.conversationId());
  }

  private static String errorCode(StatusMove move) {
    return Objects.requireNonNullElse(move.errorCode(), "UNKNOWN");
  }

  private static @Nullable String conversationStatus(StatusMove move, String standing) {
    if (move.status() == MessageStatus.FAILED) {
      return "error";
    }
    boolean success = move.status() != null && MessageStatus.ACCEPTED.advancesTo(move.status());
    return success && standing.equals("error") ? "active" : null;
  }
}
