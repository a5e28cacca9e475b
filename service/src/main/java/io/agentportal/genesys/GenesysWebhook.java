package io.agentportal.genesys;

import io.agentportal.genesys.GenesysNotice.AgentMessage;
import io.agentportal.genesys.GenesysNotice.Author;
import io.agentportal.genesys.GenesysNotice.MessageReceipt;
import io.agentportal.genesys.GenesysNotice.Typing;
import io.agentportal.genesys.GenesysNotice.Unknown;
import io.agentportal.platform.client.PartnerJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the body of one Open Messaging webhook call from Genesys, tolerant of new members and
/// types. The call carries one thing.
public final class GenesysWebhook {
  private static final int MAX_ID = 512;

  private GenesysWebhook() {}

  /// Never throws.
  ///
  /// @param received stands in where the call has no time of its own
  public static GenesysNotice read(byte[] body, Instant received) {
    JsonNode root;
    try {
      root = PartnerJson.tree(body);
    } catch (JacksonException _) {
      String raw = PartnerJson.storable(new String(body, StandardCharsets.UTF_8));
      return new Unknown("", "the body is no JSON", PartnerJson.clip(raw, 4096));
    }
    try {
      return readTree(root, received);
    } catch (RuntimeException unforeseen) {
      return unknown(root, "the call could not be read: " + unforeseen);
    }
  }

  private static GenesysNotice readTree(JsonNode root, Instant received) {
    String type = PartnerJson.textOr(root, "type", "").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "receipt" -> receipt(root);
      case "event" -> event(root);
      // A type that is new, with something readable in it, still has to reach the customer.
      default -> message(root, type, received);
    };
  }

  private static GenesysNotice message(JsonNode root, String type, Instant received) {
    String id = id(root, "id");
    OpenContact to = contact(root);
    GenesysNotice.Content content = AgentContent.read(root, type);
    if (id.isEmpty() || to == null) {
      return unknown(root, id.isEmpty() ? "a message has no usable id" : "a message names nobody");
    }
    if (content == null) {
      return unknown(root, "a message holds nothing to send");
    }
    return new AgentMessage(
        integrationId(root),
        id,
        PartnerJson.text(root, "conversationId"),
        to,
        author(root),
        time(root.path("channel"), received),
        content,
        root);
  }

  private static GenesysNotice receipt(JsonNode root) {
    String id = id(root, "id");
    if (id.isEmpty()) {
      return unknown(root, "a receipt has no usable id");
    }
    String reasons =
        PartnerJson.list(root, "reasons").stream()
            .map(GenesysWebhook::reason)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new MessageReceipt(
        integrationId(root),
        id,
        PartnerJson.textOr(root, "status", ""),
        root.path("isFinalReceipt").asBoolean(false),
        reasons.isEmpty() ? null : reasons);
  }

  private static String reason(JsonNode reason) {
    String message = PartnerJson.text(reason, "message");
    return message != null ? message : PartnerJson.textOr(reason, "code", "");
  }

  private static GenesysNotice event(JsonNode root) {
    OpenContact to = contact(root);
    for (JsonNode event : PartnerJson.list(root, "events")) {
      if (to != null && "Typing".equals(PartnerJson.text(event, "eventType"))) {
        JsonNode typing = event.path("typing");
        int millis = PartnerJson.integer(typing, "duration", 5000);
        return new Typing(
            integrationId(root),
            PartnerJson.text(root, "conversationId"),
            to,
            !"Off".equals(PartnerJson.text(typing, "type")),
            Duration.ofMillis(Math.clamp(millis, 0, 60_000)));
      }
    }
    return unknown(root, "an event of an unknown kind");
  }

  private static @Nullable OpenContact contact(JsonNode root) {
    JsonNode to = root.path("channel").path("to");
    String id = PartnerJson.text(to, "id");
    if (id == null || id.length() > MAX_ID) {
      return null;
    }
    OpenContact.IdType type =
        switch (PartnerJson.textOr(to, "idType", "").toLowerCase(Locale.ROOT)) {
          case "phone" -> OpenContact.IdType.PHONE;
          case "email" -> OpenContact.IdType.EMAIL;
          default -> OpenContact.IdType.OPAQUE;
        };
    return new OpenContact(id, type, PartnerJson.text(to, "nickname"));
  }

  private static Author author(JsonNode root) {
    return new Author(
        "Bot".equals(PartnerJson.text(root, "originatingEntity")),
        PartnerJson.text(root.path("channel").path("from"), "nickname"));
  }

  private static String integrationId(JsonNode root) {
    JsonNode channel = root.path("channel");
    String id = PartnerJson.text(channel, "id");
    return Objects.requireNonNullElseGet(
        id, () -> PartnerJson.textOr(channel.path("from"), "id", ""));
  }

  private static Instant time(JsonNode channel, Instant received) {
    String time = PartnerJson.text(channel, "time");
    if (time == null) {
      return received;
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException _) {
      return received;
    }
  }

  private static String id(JsonNode node, String member) {
    String id = PartnerJson.textOr(node, member, "");
    return id.length() <= MAX_ID ? id : "";
  }

  private static Unknown unknown(JsonNode root, String reason) {
    return new Unknown(integrationId(root), reason, PartnerJson.excerpt(root));
  }
}
