package io.agentportal.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation, as a transaction adds messages to it.
final class OpenConversation {
  private static final int SHOWN_TEXT = 200;

  final UUID id;
  final boolean isNew;
  final String phoneNumberId;
  private final @Nullable String storedGenesysId;
  private @Nullable String newGenesysId;
  private @Nullable Instant awaitingAnswerSince;
  private @Nullable Instant lastInboundAt;
  private int added;
  private @Nullable NewMessage last;

  OpenConversation(
      UUID id,
      boolean isNew,
      String phoneNumberId,
      @Nullable String storedGenesysId,
      @Nullable Instant awaitingAnswerSince) {
    this.id = id;
    this.isNew = isNew;
    this.phoneNumberId = phoneNumberId;
    this.storedGenesysId = storedGenesysId;
    this.awaitingAnswerSince = awaitingAnswerSince;
  }

  /// Adds a message and tells how long the customer had waited for it, if it is the answer.
  @Nullable Duration add(NewMessage message, Instant now) {
    added++;
    last = message;
    if (message.isInbound()) {
      lastInboundAt = later(lastInboundAt, message.sentAt());
      if (awaitingAnswerSince == null && !message.isSystem()) {
        awaitingAnswerSince = now;
      }
      return null;
    }
    if (message.genesysConversationId() != null && !isAt(message.genesysConversationId())) {
      newGenesysId = message.genesysConversationId();
    }
    if (message.isByBot() || awaitingAnswerSince == null) {
      return null;
    }
    Duration waited = Duration.between(awaitingAnswerSince, now);
    awaitingAnswerSince = null;
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  boolean isFirstMessage() {
    return isNew && added == 0;
  }

  int added() {
    return added;
  }

  /// Whether Genesys calls it by this id, as far as we know.
  boolean isAt(@Nullable String genesysConversationId) {
    return genesysConversationId != null && genesysConversationId.equals(storedGenesysId);
  }

  /// Genesys' id of it, if a message brought another than the stored one.
  @Nullable String newGenesysId() {
    return newGenesysId;
  }

  @Nullable Instant awaitingAnswerSince() {
    return awaitingAnswerSince;
  }

  @Nullable Instant lastInboundAt() {
    return lastInboundAt;
  }

  String lastText() {
    String text = last == null ? "" : last.text();
    return text.length() <= SHOWN_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN_TEXT)));
  }

  String lastDirection() {
    return last == null ? "" : last.direction();
  }

  String lastKind() {
    return last == null ? "" : last.kind();
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
