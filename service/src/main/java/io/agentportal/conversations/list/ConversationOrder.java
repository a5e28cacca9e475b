package io.agentportal.conversations.list;

import io.agentportal.platform.errors.PortalException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// An order that a list of conversations can have; each is unique, because the id breaks ties.
record ConversationOrder(Column column, boolean descending) {
  static final ConversationOrder NEWEST_ACTIVITY_FIRST =
      new ConversationOrder(Column.LAST_ACTIVITY, true);

  /// What can be sorted by. Columns of a conversation are called `c`, of the directory `d`.
  enum Column {
    LAST_ACTIVITY("lastActivity", "c.last_activity_at, c.id"),
    MESSAGE_COUNT("messageCount", "c.message_count, c.id"),
    /// Within a status the newest activity first.
    STATUS("status", "c.status, c.last_activity_at desc, c.id desc"),
    CREATED_AT("createdAt", "d.created_at, d.id"),
    CONTACT_NAME("contactName", "d.name, d.id"),
    WA_ID("waId", "d.address, d.id");

    private final String wireName;
    private final String ascending;

    Column(String wireName, String ascending) {
      this.wireName = wireName;
      this.ascending = ascending;
    }

    /// Whether no message changes it.
    boolean isInDirectory() {
      return ascending.startsWith("d.");
    }
  }

  /// The columns of an `order by`.
  String orderBy() {
    if (!descending) {
      return column.ascending;
    }
    return column == Column.STATUS
        ? "c.status desc, c.last_activity_at desc, c.id desc"
        : column.ascending.replace(",", " desc,") + " desc";
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
    for (Column column : Column.values()) {
      if (column.wireName.equals(sortBy)) {
        return new ConversationOrder(column, descending);
      }
    }
    String expected =
        Arrays.stream(Column.values()).map(c -> c.wireName).collect(Collectors.joining(", "));
    throw PortalException.invalid("sortBy", sortBy + " (expected: " + expected + ")");
  }
}
