package io.agentportal.conversations.list;

import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request wants to see of the list, as sent: query parameters, each of which may be absent
/// or empty.
record ListCriteria(
    @Nullable String search,
    @Nullable String status,
    @Nullable String direction,
    @Nullable String phoneNumberId,
    @Nullable String errorCode,
    @Nullable String from,
    @Nullable String to,
    @Nullable String sortBy,
    @Nullable String sortOrder) {
  private static final int MAX_LENGTH = 100;

  /// @throws PortalException `VALIDATION_FAILED` for anything the list does not know
  ListFilter filter(Caller caller) {
    return new ListFilter(
        caller.tenantId(),
        given(status).map(ConversationStatus::parse),
        given(direction).map(ListCriteria::direction),
        given(phoneNumberId).map(value -> bounded("phoneNumberId", value)),
        given(errorCode).map(value -> bounded("errorCode", value)),
        ActivityRange.of(instant("from", from), instant("to", to)),
        ConversationSearch.parse(Objects.requireNonNullElse(search, ""), caller.role()),
        ConversationOrder.parse(
            given(sortBy).orElse("lastActivity"), given(sortOrder).orElse("desc")));
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  private static String direction(String value) {
    if (!value.equals("inbound") && !value.equals("outbound")) {
      throw PortalException.invalid("direction", value + " (expected: inbound, outbound)");
    }
    return value;
  }

  private static String bounded(String field, String value) {
    if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      throw PortalException.invalid(
          field, "is too long or holds control characters (expected: at most " + MAX_LENGTH + ")");
    }
    return value;
  }

  private static @Nullable Instant instant(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw PortalException.invalid(field, value + " (expected: 2026-03-10T12:00:00Z)");
    }
  }
}
