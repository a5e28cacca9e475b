package io.agentportal.conversations.list;

import io.agentportal.conversations.list.ConversationSummary.LastMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a conversation joined with its contact.
public final class ConversationRows {
  /// The columns of a conversation `c` and its contact `p`.
  public static final String COLUMNS =
      """
      c.id, c.wa_id, c.contact_name, c.genesys_conversation_id, c.last_activity_at, c.status,
             c.message_count, c.created_at, c.phone_number_id, c.last_inbound_at,
             c.last_message_text, c.last_message_direction, c.last_message_kind,
             p.phone, p.user_id, p.username\
      """;

  /// How long after a customer's message WhatsApp lets a business write freely (Meta, "Send
  /// messages", customer service windows).
  private static final Duration SERVICE_WINDOW = Duration.ofHours(24);

  private ConversationRows() {}

  public static ConversationSummary toSummary(ResultSet row, int rowNumber) throws SQLException {
    String genesysId = row.getString("genesys_conversation_id");
    Timestamp lastInbound = row.getTimestamp("last_inbound_at");
    return new ConversationSummary(
        row.getObject("id", UUID.class),
        row.getString("wa_id"),
        row.getString("contact_name"),
        genesysId == null ? "" : genesysId,
        instant(row, "last_activity_at"),
        row.getString("status"),
        row.getInt("message_count"),
        instant(row, "created_at"),
        row.getString("phone"),
        row.getString("user_id"),
        row.getString("username"),
        row.getString("phone_number_id"),
        lastMessage(row),
        lastInbound == null ? null : lastInbound.toInstant().plus(SERVICE_WINDOW));
  }

  private static @Nullable LastMessage lastMessage(ResultSet row) throws SQLException {
    String text = row.getString("last_message_text");
    return text == null
        ? null
        : new LastMessage(
            text, row.getString("last_message_direction"), row.getString("last_message_kind"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
