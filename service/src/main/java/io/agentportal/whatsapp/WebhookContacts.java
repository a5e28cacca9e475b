package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerIdentity;
import io.agentportal.whatsapp.WhatsAppNotice.Sender;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The people of one webhook value, joined to its messages and statuses.
///
/// `from` and `wa_id` may spell one number differently (Brazil, Mexico), either may be missing, and
/// newer calls know people by business-scoped user id. So a contact belongs to a message if their
/// ids are equal; failing that, if it stands at the same place and nothing speaks against it.
final class WebhookContacts {
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final Pattern PHONE = Pattern.compile("\\d{5,20}");
  private static final int MAX_ID = 256;
  private static final int MAX_NAME = 200;
  private static final int SIGNIFICANT_DIGITS = 7;

  private final List<JsonNode> contacts;

  WebhookContacts(List<JsonNode> contacts) {
    this.contacts = contacts;
  }

  At at(int position, int size) {
    return new At(position, size);
  }

  /// The contacts as seen from one item.
  final class At {
    private final int position;
    private final int size;

    private At(int position, int size) {
      this.position = position;
      this.size = size;
    }

    CustomerIdentity ofMessage(JsonNode message, Sender sender) {
      return sender == Sender.CUSTOMER
          ? joined(message, "from", List.of("from_user_id"), List.of("from_parent_user_id"))
          : joined(message, "to", List.of("to_user_id"), List.of("to_parent_user_id"));
    }

    CustomerIdentity ofStatus(JsonNode status) {
      if (PartnerJson.text(status, "recipient_participant_id") != null
          || "group".equals(PartnerJson.text(status, "recipient_type"))) {
        return joined(
            status,
            "recipient_participant_id",
            List.of("recipient_participant_user_id"),
            List.of("recipient_participant_parent_user_id"));
      }
      return joined(
          status,
          "recipient_id",
          List.of("recipient_user_id"),
          List.of("recipient_parent_user_id", "parent_recipient_user_id", "parent_user_id"));
    }

    private CustomerIdentity joined(
        JsonNode item, String address, List<String> userIds, List<String> parentIds) {
      String given = id(item, List.of(address));
      String userId = id(item, userIds);
      String phone = phone(given);
      if (userId == null && phone == null) {
        userId = given;
      }
      JsonNode contact = find(userId, phone);
      String parent = id(item, parentIds);
      return new CustomerIdentity(
          userId != null ? userId : contactUserId(contact),
          parent != null ? parent : id(contact, List.of("parent_user_id")),
          phone != null ? phone : phone(id(contact, List.of("wa_id"))),
          username(contact),
          name(contact));
    }

    private JsonNode find(@Nullable String userId, @Nullable String phone) {
      for (JsonNode contact : contacts) {
        if ((userId != null && userId.equals(contactUserId(contact)))
            || (phone != null && phone.equals(phone(id(contact, List.of("wa_id")))))) {
          return contact;
        }
      }
      if (contacts.size() == size && agrees(contacts.get(position), userId, phone)) {
        return contacts.get(position);
      }
      return contacts.size() == 1 && agrees(contacts.getFirst(), userId, phone)
          ? contacts.getFirst()
          : MissingNode.getInstance();
    }
  }

  private static boolean agrees(JsonNode contact, @Nullable String userId, @Nullable String phone) {
    String theirUserId = contactUserId(contact);
    if (userId != null && theirUserId != null) {
      return userId.equals(theirUserId);
    }
    String theirPhone = phone(id(contact, List.of("wa_id")));
    return phone == null || theirPhone == null || end(phone).equals(end(theirPhone));
  }

  private static String end(String phone) {
    return phone.substring(Math.max(0, phone.length() - SIGNIFICANT_DIGITS));
  }

  private static @Nullable String contactUserId(JsonNode contact) {
    String userId = id(contact, List.of("user_id"));
    if (userId != null) {
      return userId;
    }
    String waId = id(contact, List.of("wa_id"));
    return waId != null && USER_ID.matcher(waId).matches() ? waId : null;
  }

  private static @Nullable String username(JsonNode contact) {
    String username = PartnerJson.text(contact.path("profile"), "username");
    if (username == null) {
      return null;
    }
    String plain = username.startsWith("@") ? username.substring(1) : username;
    return plain.isBlank() ? null : PartnerJson.clip(plain, MAX_NAME);
  }

  private static @Nullable String name(JsonNode contact) {
    String name = PartnerJson.text(contact.path("profile"), "name");
    return name == null ? null : PartnerJson.clip(name.strip(), MAX_NAME);
  }

  /// Digits with country code, or null: a user id is never taken for a number.
  static @Nullable String phone(@Nullable String text) {
    if (text == null || USER_ID.matcher(text).matches()) {
      return null;
    }
    String digits = text.replaceAll("[+\\s().-]", "");
    return PHONE.matcher(digits).matches() ? digits : null;
  }

  static @Nullable String id(JsonNode node, List<String> members) {
    for (String member : members) {
      String id = PartnerJson.text(node, member);
      if (id != null && id.length() <= MAX_ID) {
        return id;
      }
    }
    return null;
  }
}
