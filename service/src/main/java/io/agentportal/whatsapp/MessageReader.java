package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerIdentity;
import io.agentportal.whatsapp.WhatsAppNotice.Forwarding;
import io.agentportal.whatsapp.WhatsAppNotice.MediaReference;
import io.agentportal.whatsapp.WhatsAppNotice.MessageContent;
import io.agentportal.whatsapp.WhatsAppNotice.MessageContext;
import io.agentportal.whatsapp.WhatsAppNotice.Referral;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one message says and belongs to. Every type of the documentation, old names included, and
/// types that do not exist yet.
final class MessageReader {
  private static final Set<String> CHANGES =
      Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

  private MessageReader() {}

  static MessageContent content(JsonNode message) {
    return byType(type(message), message, true);
  }

  static MessageContext context(JsonNode message, CustomerIdentity customer) {
    JsonNode context = message.path("context");
    return new MessageContext(
        about(message, context),
        forwarding(context),
        PartnerJson.text(message, "group_id"),
        PartnerJson.text(context.path("referred_product"), "product_retailer_id"),
        referral(message.path("referral")),
        becomes(message, customer));
  }

  private static Forwarding forwarding(JsonNode context) {
    if (isTrue(context, "frequently_forwarded")) {
      return Forwarding.OFTEN;
    }
    return isTrue(context, "forwarded") ? Forwarding.ONCE : Forwarding.NONE;
  }

  private static MessageContent byType(String name, JsonNode message, boolean editable) {
    MessageType type = MessageType.of(name);
    JsonNode object = message.path(name);
    List<JsonNode> errors = PartnerJson.list(message, "errors");
    if (!errors.isEmpty()) {
      return unsupported(name, message, errors);
    }
    if (type.isMedia()) {
      return media(type, object);
    }
    String text =
        switch (type) {
          case UNSUPPORTED, UNKNOWN ->
              UnsupportedTexts.text(name, message.path("unsupported"), List.of());
          case TEXT -> PartnerJson.textOr(object, "body", "(empty message)");
          case LOCATION -> MessageTexts.location(object);
          case CONTACTS -> MessageTexts.contacts(message);
          case BUTTON -> MessageTexts.button(object);
          case INTERACTIVE -> InteractiveTexts.text(object);
          case ORDER -> MessageTexts.order(object);
          case REACTION -> MessageTexts.reaction(object);
          case SYSTEM -> MessageTexts.system(object);
          case REVOKE -> "The customer deleted a message.";
          case TEMPLATE -> MessageTexts.template(object);
          case REQUEST_WELCOME -> "The customer opened the chat.";
          case EDIT, OTHER, IMAGE, VIDEO, AUDIO, VOICE, DOCUMENT, STICKER ->
              MessageTexts.unknown(name, object);
        };
    return type == MessageType.EDIT
        ? edited(object.path("message"), editable)
        : new MessageContent(kind(type), text, null, MessageDetails.of(type, object));
  }

  private static String kind(MessageType type) {
    return switch (type) {
      case VOICE -> "audio";
      case UNKNOWN -> "unsupported";
      case REQUEST_WELCOME -> "event";
      case TEXT,
          IMAGE,
          VIDEO,
          AUDIO,
          DOCUMENT,
          STICKER,
          LOCATION,
          CONTACTS,
          BUTTON,
          INTERACTIVE,
          ORDER,
          REACTION,
          SYSTEM,
          EDIT,
          REVOKE,
          TEMPLATE,
          UNSUPPORTED,
          OTHER ->
          type.wireName();
    };
  }

  private static MessageContent unsupported(String name, JsonNode message, List<JsonNode> errors) {
    return new MessageContent(
        "unsupported",
        UnsupportedTexts.text(name, message.path("unsupported"), errors),
        null,
        Map.of());
  }

  private static MessageContent edited(JsonNode message, boolean editable) {
    if (!editable || !message.isObject()) {
      return new MessageContent("edit", "The customer edited a message.", null, Map.of());
    }
    MessageContent now = byType(type(message), message, false);
    return new MessageContent("edit", "Edited: " + now.text(), now.media(), now.details());
  }

  private static MessageContent media(MessageType type, JsonNode object) {
    boolean voice = type == MessageType.VOICE || isTrue(object, "voice");
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
    return new MessageContent(
        kind(type), MessageTexts.media(kind(type), object, voice), media, Map.of());
  }

  private static String type(JsonNode message) {
    String type = PartnerJson.text(message, "type");
    if (type != null) {
      return PartnerJson.clip(type, 60);
    }
    return MessageType.held(message).orElse(MessageType.UNKNOWN).wireName();
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

  /// Who wrote a message about a change: `from` is the old number, `system` may hold the old id.
  static CustomerIdentity former(JsonNode message, CustomerIdentity customer) {
    JsonNode system = message.path("system");
    String previous = WebhookContacts.id(system, List.of("previous_user_id"));
    return previous == null
        ? customer
        : new CustomerIdentity(
            previous,
            WebhookContacts.id(system, List.of("previous_parent_user_id")),
            customer.phone(),
            customer.username(),
            customer.name());
  }

  /// After a change of number or user id, `system` holds the new one; the new id may also stand in
  /// the place of the sender's.
  private static @Nullable CustomerIdentity becomes(JsonNode message, CustomerIdentity customer) {
    JsonNode system = message.path("system");
    if (!CHANGES.contains(PartnerJson.textOr(system, "type", ""))) {
      return null;
    }
    String phone = WebhookContacts.phone(PartnerJson.text(system, "wa_id"));
    String userId = WebhookContacts.id(system, List.of("user_id"));
    String previous = WebhookContacts.id(system, List.of("previous_user_id"));
    if (userId == null && previous != null && !previous.equals(customer.userId())) {
      userId = customer.userId();
    }
    String parent = WebhookContacts.id(system, List.of("parent_user_id"));
    return phone == null && userId == null
        ? null
        : new CustomerIdentity(userId, parent, phone, customer.username(), customer.name());
  }

  private static boolean isTrue(JsonNode node, String member) {
    return node.path(member).asBoolean(false);
  }
}
