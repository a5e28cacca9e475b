package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.WhatsAppNotice.AccountNotice;
import io.agentportal.whatsapp.WhatsAppNotice.BusinessNumber;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import io.agentportal.whatsapp.WhatsAppNotice.MetaError;
import io.agentportal.whatsapp.WhatsAppNotice.Sender;
import io.agentportal.whatsapp.WhatsAppNotice.StatusUpdate;
import io.agentportal.whatsapp.WhatsAppNotice.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the body of one webhook call from Meta, whatever it holds: every item becomes a notice of
/// its own, and one that cannot be read never takes its neighbours along.
public final class WhatsAppWebhook {
  /// Longer ids do not fit an index and are no ids of Meta's.
  private static final int MAX_ID = 512;

  private static final Set<String> CHAT_FIELDS =
      Set.of("messages", "standby", "message_echoes", "smb_message_echoes");

  private final Instant received;
  private final List<WhatsAppNotice> notices = new ArrayList<>();

  private WhatsAppWebhook(Instant received) {
    this.received = received;
  }

  /// The notices of one body, in its order. Never throws.
  ///
  /// @param received stands in where an item has no sensible time of its own
  public static List<WhatsAppNotice> read(byte[] body, Instant received) {
    var reader = new WhatsAppWebhook(received);
    try {
      reader.readRoot(PartnerJson.tree(body));
    } catch (JacksonException _) {
      String raw = PartnerJson.storable(new String(body, StandardCharsets.UTF_8));
      reader.notices.add(new Unreadable("the body is no JSON", PartnerJson.clip(raw, 4096)));
    }
    return List.copyOf(reader.notices);
  }

  private void readRoot(JsonNode root) {
    List<JsonNode> entries = PartnerJson.list(root, "entry");
    if (entries.isEmpty()) {
      notices.add(unreadable("the body has no entry", root));
    }
    for (JsonNode entry : entries) {
      List<JsonNode> changes = PartnerJson.list(entry, "changes");
      if (changes.isEmpty()) {
        notices.add(unreadable("an entry has no changes", entry));
      }
      for (JsonNode change : changes) {
        readChange(root, entry, change);
      }
    }
  }

  private void readChange(JsonNode root, JsonNode entry, JsonNode change) {
    JsonNode value = change.path("value");
    String field = field(List.of(change, value, entry, root));
    JsonNode metadata = value.path("metadata");
    var number =
        new BusinessNumber(
            id(entry, "id"), id(metadata, "phone_number_id"), displayNumber(metadata, value));
    int before = notices.size();
    if (!"history".equals(field)) {
      readChat(field, number, value);
    }
    if (!CHAT_FIELDS.contains(field)) {
      Instant at = PartnerJson.time(entry, "time", received);
      notices.add(account(field, number, at, value, change));
    }
    if (notices.size() == before) {
      notices.add(unreadable("a change of " + field + " holds nothing known", change));
    }
  }

  /// Messages, echoes, statuses and errors, wherever they come: Meta moves them between fields.
  private void readChat(String field, BusinessNumber number, JsonNode value) {
    var contacts = new WebhookContacts(PartnerJson.list(value, "contacts"));
    Sender sender = field.endsWith("echoes") ? Sender.STAFF : Sender.CUSTOMER;
    for (String member : List.of("messages", "standby")) {
      List<JsonNode> messages = PartnerJson.list(value, member);
      for (int i = 0; i < messages.size(); i++) {
        readMessage(number, messages.get(i), contacts.at(i, messages.size()), sender);
      }
    }
    for (JsonNode echo : PartnerJson.list(value, "message_echoes")) {
      readMessage(number, echo, contacts.at(0, 1), Sender.STAFF);
    }
    List<JsonNode> statuses = PartnerJson.list(value, "statuses");
    for (int i = 0; i < statuses.size(); i++) {
      readStatus(number, statuses.get(i), contacts.at(i, statuses.size()));
    }
    for (JsonNode error : PartnerJson.list(value, "errors")) {
      notices.add(account("messages.errors", number, received, error, error));
    }
  }

  private void readMessage(
      BusinessNumber number, JsonNode message, WebhookContacts.At contacts, Sender sender) {
    readItem(
        message,
        () -> {
          String wamid = id(message, "id");
          var customer = contacts.ofMessage(message, sender);
          if (wamid.isEmpty()) {
            return unreadable("a message has no usable id", message);
          }
          if (customer.userId() == null && customer.phone() == null) {
            return unreadable("a message names no customer", message);
          }
          return new CustomerMessage(
              number,
              MessageReader.former(message, customer),
              wamid,
              sender,
              PartnerJson.time(message, "timestamp", received),
              MessageReader.content(message),
              MessageReader.context(message, customer),
              message);
        });
  }

  private void readStatus(BusinessNumber number, JsonNode status, WebhookContacts.At contacts) {
    readItem(
        status,
        () -> {
          String wamid = id(status, "id");
          String step = PartnerJson.textOr(status, "status", "");
          Instant at = PartnerJson.time(status, "timestamp", received);
          if ("payment".equals(PartnerJson.text(status, "type"))) {
            // A failed payment is no failed message, though it names the message and says "failed".
            return account("messages.payment", number, at, status, status);
          }
          if (wamid.isEmpty() || step.isEmpty()) {
            return unreadable("a status has no usable id or step", status);
          }
          return new StatusUpdate(
              number,
              contacts.ofStatus(status),
              wamid,
              PartnerJson.clip(step, 40),
              at,
              error(status),
              PartnerJson.text(status, "biz_opaque_callback_data"),
              status);
        });
  }

  private static AccountNotice account(
      String field, BusinessNumber number, Instant at, JsonNode value, JsonNode raw) {
    AccountTexts.News news = AccountTexts.of(field, value);
    return new AccountNotice(field, number, at, news.severity(), news.text(), raw);
  }

  /// The edge behind which an item cannot harm its neighbours.
  private void readItem(JsonNode item, Supplier<WhatsAppNotice> reading) {
    try {
      notices.add(reading.get());
    } catch (RuntimeException unforeseen) {
      notices.add(unreadable("an item could not be read: " + unforeseen, item));
    }
  }

  private static @Nullable MetaError error(JsonNode item) {
    List<JsonNode> errors = PartnerJson.list(item, "errors");
    if (errors.isEmpty()) {
      return null;
    }
    JsonNode first = errors.getFirst();
    String title = PartnerJson.textOr(first, "title", PartnerJson.textOr(first, "message", ""));
    return new MetaError(
        PartnerJson.integer(first, "code", 0),
        title,
        PartnerJson.text(first.path("error_data"), "details"));
  }

  private static String field(List<JsonNode> places) {
    for (JsonNode place : places) {
      String field = PartnerJson.text(place, "field");
      if (field != null) {
        return PartnerJson.clip(field, 100);
      }
    }
    return places.get(1).has("messages") || places.get(1).has("statuses") ? "messages" : "unknown";
  }

  private static String displayNumber(JsonNode metadata, JsonNode value) {
    String shown = PartnerJson.text(metadata, "display_phone_number");
    return shown != null ? shown : PartnerJson.textOr(value, "display_phone_number", "");
  }

  private static String id(JsonNode node, String member) {
    String id = PartnerJson.textOr(node, member, "");
    return id.length() <= MAX_ID ? id : "";
  }

  private static Unreadable unreadable(String reason, JsonNode node) {
    return new Unreadable(reason, PartnerJson.excerpt(node));
  }
}
