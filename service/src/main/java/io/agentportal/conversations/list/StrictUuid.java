package io.agentportal.conversations.list;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads UUIDs in their one canonical shape, in either case; `UUID.fromString` takes more.
public final class StrictUuid {
  private static final Pattern SHAPE =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private StrictUuid() {}

  public static Optional<UUID> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
