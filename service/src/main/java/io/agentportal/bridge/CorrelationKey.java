package io.agentportal.bridge;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What we send along with a WhatsApp message and get back with each of its statuses: our id of the
/// message, and after a slash which part it was, unless it was the last.
///
/// @param part counted from 1; 0: the last, or the only one
record CorrelationKey(UUID messageId, int part) {
  private static final int LAST = 0;
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/(\\d{1,4}))?");

  static CorrelationKey of(UUID messageId, Payload.AgentText text) {
    return new CorrelationKey(messageId, text.isLastPart() ? LAST : text.part());
  }

  /// Empty for what is missing or not ours.
  static Optional<CorrelationKey> parse(@Nullable String text) {
    Matcher matcher = text == null ? null : FORM.matcher(text);
    if (matcher == null || !matcher.matches()) {
      return Optional.empty();
    }
    String part = matcher.group(2);
    return Optional.of(
        new CorrelationKey(
            UUID.fromString(matcher.group(1)), part == null ? LAST : Integer.parseInt(part)));
  }

  boolean isPartial() {
    return part != LAST;
  }

  String text() {
    return isPartial() ? messageId + "/" + part : messageId.toString();
  }
}
