package io.agentportal.conversations;

import io.agentportal.conversations.ConversationListQueries.Filter;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request wants to see of the list, as sent: query parameters, each of which may be absent.
record ListCriteria(
    @Nullable String search,
    @Nullable String status,
    @Nullable String sortBy,
    @Nullable String sortOrder) {

  /// @throws PortalException `VALIDATION_FAILED` for anything the list does not know
  Filter filter(Caller caller) {
    return new Filter(
        caller.tenantId(),
        Optional.ofNullable(status).filter(s -> !s.isEmpty()).map(ConversationStatus::parse),
        ConversationSearch.parse(Objects.requireNonNullElse(search, ""), caller.role()),
        ConversationOrder.parse(
            Objects.requireNonNullElse(sortBy, "lastActivity"),
            Objects.requireNonNullElse(sortOrder, "desc")));
  }
}
