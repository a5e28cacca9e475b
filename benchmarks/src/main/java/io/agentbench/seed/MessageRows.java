package io.agentbench.seed;

import io.agentportal.platform.db.UuidV7;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages with the id that WhatsApp knows them by and the last step of their delivery.
final class MessageRows {
  private final UUID tenant;
  private final SplittableRandom random;
  private final TrafficSums sums;
  private final BinaryRows messages =
      new BinaryRows(
          "message",
          "tenant_id, id, conversation_id, contact_id, phone_number_id, direction, kind, text,"
              + " sent_at, status, status_at, error_code, error_text, author_kind, author_name,"
              + " wamid");
  private final BinaryRows references =
      new BinaryRows(
          "message_reference", "tenant_id, kind, reference, message_id, conversation_id, partial");
  private final BinaryRows steps =
      new BinaryRows("message_step", "tenant_id, message_id, at, step, attempt");
  private Instant lastAt = Instant.EPOCH;

  MessageRows(UUID tenant, SplittableRandom random, TrafficSums sums) {
    this.tenant = tenant;
    this.random = random;
    this.sums = sums;
  }

  /// The conversation that a message belongs to.
  record Place(UUID conversationId, UUID contactId, String contactName, String phoneNumberId) {}

  /// @param errorCode why it failed; null: it did not
  void add(Place place, boolean inbound, String text, Instant at, @Nullable String errorCode) {
    UUID id = UuidV7.next(at);
    String direction = inbound ? "inbound" : "outbound";
    String status = status(inbound, errorCode);
    String wamid = "wamid.HBgN%016X%08X".formatted(id.getMostSignificantBits(), random.nextInt());
    messages
        .begin(16)
        .put(tenant)
        .put(id)
        .put(place.conversationId())
        .put(place.contactId())
        .put(place.phoneNumberId())
        .put(direction)
        .put("text")
        .put(text)
        .put(at)
        .put(status)
        .put(at.plusMillis(1_500))
        .put(errorCode)
        .put(errorCode == null ? null : "The message was refused.")
        .put(inbound ? "customer" : "agent")
        .put(inbound ? place.contactName() : "Kim Vargas")
        .put(wamid);
    references
        .begin(6)
        .put(tenant)
        .put("wamid:" + place.phoneNumberId())
        .put(wamid)
        .put(id)
        .put(place.conversationId())
        .put(false);
    steps.begin(5).put(tenant).put(id).put(at.plusMillis(1_500)).put(status).put(1);
    sums.message(at, direction);
    if (errorCode != null) {
      sums.failed(at.plusMillis(1_500), direction, errorCode);
    } else if (!status.equals("sent")) {
      sums.delivered(at.plusMillis(1_500), direction);
    }
    lastAt = at;
  }

  /// When the newest message was said.
  Instant lastAt() {
    return lastAt;
  }

  long send(Connection connection) throws SQLException, IOException {
    return messages.send(connection) + references.send(connection) + steps.send(connection);
  }

  private String status(boolean inbound, @Nullable String errorCode) {
    if (errorCode != null) {
      return "failed";
    }
    int dice = random.nextInt(100);
    if (inbound || dice < 25) {
      return "delivered";
    }
    return dice < 97 ? "read" : "sent";
  }
}
