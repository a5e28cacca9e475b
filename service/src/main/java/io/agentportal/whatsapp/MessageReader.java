package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerIdentity;
import io.agentportal.whatsapp.WhatsAppNotice.MediaReference;
import io.agentportal.whatsapp.WhatsAppNotice.MessageContent;
import io.agentportal.whatsapp.WhatsAppNotice.MessageContext;
import io.agentportal.whatsapp.WhatsAppNotice.Referral;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one message says and belongs to. Every type of the documentation, old names included, and
/// types that do not exist yet.
final class MessageReader {
  private static final Set<String> MEDIA =
      Set.of("image", "video", "audio", "voice", "document", "sticker");

  /// Names of types that are also the name of the member that holds the content.
  private static final List<String> TYPES_BY_MEMBER =
      List.of(
          "text",
          "image",
          "video",
          "audio",
          "voice",
          "document",
          "sticker",
          "location",
          "contacts",
          "button",
          "interactive",
          "order",
          "reaction",
          "system",
          "edit",
          "revoke",
          "unsupported");

  private static final Set<String> CHANGES =
      Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

  private MessageReader() {}

  static MessageContent content(JsonNode message) {
    MessageContent content = byType(type(message), message, true);
    String product =
        PartnerJson.text(message.path("context").path("referred_product"), "product_retailer_id");
    return product == null
        ? content
        : new MessageContent(
            content.kind(), content.text() + "\nAbout product " + product, content.media());
  }

  static MessageContext context(JsonNode message, CustomerIdentity customer) {
    JsonNode context = message.path("context");
    return new MessageContext(
        about(message, context),
        isTrue(context, "forwarded") || isTrue(context, "frequently_forwarded"),
        PartnerJson.text(message, "group_id"),
        referral(message.path("referral")),
        becomes(message, customer));
  }

  private static MessageContent byType(String type, JsonNode message, boolean editable) {
    JsonNode object = message.path(type);
    List<JsonNode> errors = PartnerJson.list(message, "errors");
    if (!errors.isEmpty() || "unsupported".equals(type) || "unknown".equals(type)) {
      return new MessageContent(
          "unsupported", UnsupportedTexts.text(type, message.path("unsupported"), errors), null);
    }
    if (MEDIA.contains(type)) {
      return media(type, object);
    }
    return switch (type) {
      case "text" -> text("text", PartnerJson.textOr(object, "body", "(empty message)"));
      case "location" -> text("location", MessageTexts.location(object));
      case "contacts" -> text("contacts", MessageTexts.contacts(message));
      case "button" -> text("button", MessageTexts.button(object));
      case "interactive" -> text("interactive", InteractiveTexts.text(object));
      case "order" -> text("order", MessageTexts.order(object));
      case "reaction" -> text("reaction", MessageTexts.reaction(object));
      case "system" -> text("system", MessageTexts.system(object));
      case "edit" -> edited(object.path("message"), editable);
      case "revoke" -> text("revoke", "The customer deleted a message.");
      case "request_welcome" -> text("event", "The customer opened the chat.");
      default -> text("other", MessageTexts.unknown(type, object));
    };
  }

  private static MessageContent edited(JsonNode message, boolean editable) {
    if (!editable || !message.isObject()) {
      return text("edit", "The customer edited a message.");
    }
    MessageContent now = byType(type(message), message, false);
    return new MessageContent("edit", "Edited: " + now.text(), now.media());
  }

  private static MessageContent media(String type, JsonNode object) {
    String kind = "voice".equals(type) ? "audio" : type;
    boolean voice = "voice".equals(type) || isTrue(object, "voice");
    String id = PartnerJson.text(object, "id");
    MediaReference media =
        id == null
            ? null
            : new MediaReference(
                id,
                PartnerJson.text(object, "mime_type"),
                PartnerJson.text(object, "sha256"),
                PartnerJson.text(object, "filename"),
                PartnerJson.text(object, "caption"),
                voice);
    return new MessageContent(kind, MessageTexts.media(kind, object, voice), media);
  }

  private static MessageContent text(String kind, String text) {
    return new MessageContent(kind, text, null);
  }

  private static String type(JsonNode message) {
    String type = PartnerJson.text(message, "type");
    if (type != null) {
      return PartnerJson.clip(type, 60);
    }
    return TYPES_BY_MEMBER.stream().filter(message::has).findFirst().orElse("unknown");
  }

  private static @Nullable String about(JsonNode message, JsonNode context) {
    String target = PartnerJson.text(message.path("reaction"), "message_id");
    if (target == null) {
      target = PartnerJson.text(message.path("edit"), "original_message_id");
    }
    if (target == null) {
      target = PartnerJson.text(message.path("revoke"), "original_message_id");
    }
    return target != null ? target : PartnerJson.text(context, "id");
  }

  private static @Nullable Referral referral(JsonNode referral) {
    return referral.isObject()
        ? new Referral(
            PartnerJson.text(referral, "source_url"),
            PartnerJson.text(referral, "source_id"),
            PartnerJson.text(referral, "source_type"),
            PartnerJson.text(referral, "headline"),
            PartnerJson.text(referral, "body"),
            PartnerJson.text(referral, "ctwa_clid"))
        : null;
  }

  /// A change of number or user id: `from` is the old number, `system` holds the new one.
  private static @Nullable CustomerIdentity becomes(JsonNode message, CustomerIdentity customer) {
    JsonNode system = message.path("system");
    if (!CHANGES.contains(PartnerJson.textOr(system, "type", ""))) {
      return null;
    }
    String phone = WebhookContacts.phone(PartnerJson.text(system, "wa_id"));
    String userId = WebhookContacts.id(system, List.of("user_id"));
    String parent = WebhookContacts.id(system, List.of("parent_user_id"));
    return phone == null && userId == null
        ? null
        : new CustomerIdentity(userId, parent, phone, customer.username(), customer.name());
  }

  private static boolean isTrue(JsonNode node, String member) {
    return node.path(member).asBoolean(false);
  }
}
