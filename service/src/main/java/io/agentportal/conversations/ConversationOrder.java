package io.agentportal.conversations;

import io.agentportal.platform.errors.PortalException;

/// The orders a list of conversations can have; each is unique, because the id breaks ties.
enum ConversationOrder {
  NEWEST_ACTIVITY_FIRST("c.last_activity_at desc, c.id desc"),
  OLDEST_ACTIVITY_FIRST("c.last_activity_at, c.id"),
  NEWEST_FIRST("c.created_at desc, c.id desc"),
  OLDEST_FIRST("c.created_at, c.id");

  private final String orderBy;

  ConversationOrder(String orderBy) {
    this.orderBy = orderBy;
  }

  /// The columns of an `order by`, of a row called `c`.
  String orderBy() {
    return orderBy;
  }

  /// @throws PortalException `VALIDATION_FAILED` for an unknown column or direction
  static ConversationOrder parse(String sortBy, String sortOrder) {
    boolean descending =
        switch (sortOrder) {
          case "desc" -> true;
          case "asc" -> false;
          default ->
              throw PortalException.invalid("sortOrder", sortOrder + " (expected: asc, desc)");
        };
    return switch (sortBy) {
      case "lastActivity" -> descending ? NEWEST_ACTIVITY_FIRST : OLDEST_ACTIVITY_FIRST;
      case "createdAt" -> descending ? NEWEST_FIRST : OLDEST_FIRST;
      default ->
          throw PortalException.invalid("sortBy", sortBy + " (expected: lastActivity, createdAt)");
    };
  }
}
