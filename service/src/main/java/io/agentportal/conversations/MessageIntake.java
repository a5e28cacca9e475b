package io.agentportal.conversations;

import io.agentportal.conversations.ConversationStore.Found;
import io.agentportal.conversations.ConversationStore.Place;
import io.agentportal.conversations.MessageStore.Placed;
import io.agentportal.conversations.NewMessage.Reference;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts new messages into conversations: finds or makes contact and conversation, and leaves what
/// is known already alone. A handful of statements for any number of messages.
@Component
class MessageIntake {
  private final ContactStore contacts;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final ChangeCollector changes;
  private final Clock clock;

  MessageIntake(
      ContactStore contacts,
      ConversationStore conversations,
      MessageStore messages,
      ChangeCollector changes,
      Clock clock) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.messages = messages;
    this.changes = changes;
    this.clock = clock;
  }

  /// A message whose contact has yet to be found.
  ///
  /// @param byGenesys whether `address` is spelt as Genesys knows the contact
  /// @param message the message, once its contact is known
  record Arrival(
      Reference reference,
      ContactAddress address,
      @Nullable ContactAddress previously,
      boolean byGenesys,
      Function<Contact, NewMessage> message) {}

  List<Recorded> take(TenantId tenant, List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    contacts.lock(tenant);
    Set<Reference> references = new LinkedHashSet<>();
    arrivals.forEach(arrival -> references.add(arrival.reference()));
    Map<Reference, Recorded> known = messages.find(tenant, references);
    List<Arrival> fresh = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (!known.containsKey(arrival.reference()) && references.remove(arrival.reference())) {
        fresh.add(arrival);
      }
    }
    List<Placed> placed = fresh.isEmpty() ? List.of() : record(tenant, fresh, now);
    Map<Reference, Recorded> recorded = new HashMap<>(known);
    placed.forEach(each -> recorded.put(each.message().reference(), recorded(each)));
    return answer(arrivals, recorded);
  }

  private static Recorded recorded(Placed placed) {
    return new Recorded(
        placed.id(),
        placed.conversationId(),
        placed.contact().person(),
        placed.message().phoneNumberId(),
        true);
  }

  /// Of two arrivals with one reference only the first is new.
  private static List<Recorded> answer(List<Arrival> arrivals, Map<Reference, Recorded> recorded) {
    Set<UUID> told = new LinkedHashSet<>();
    List<Recorded> answers = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Recorded found = recorded.get(arrival.reference());
      if (found == null) {
        throw new IllegalStateException(
            "message: " + arrival.reference() + " (expected: recorded)");
      }
      boolean isNew = found.isNew() && told.add(found.messageId());
      answers.add(
          new Recorded(
              found.messageId(),
              found.conversationId(),
              found.contact(),
              found.phoneNumberId(),
              isNew));
    }
    return answers;
  }

  private List<Placed> record(TenantId tenant, List<Arrival> arrivals, Instant now) {
    ContactBook book = contacts.find(tenant, addresses(arrivals));
    List<Contact> people = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      people.add(
          arrival.byGenesys()
              ? book.addressee(arrival.address(), now)
              : book.customer(arrival.address(), arrival.previously(), now));
    }
    contacts.save(tenant, book, now);
    conversations.follow(tenant, book);

    List<NewMessage> incoming = new ArrayList<>();
    Map<Place, NewMessage> places = new LinkedHashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      NewMessage message = arrivals.get(i).message().apply(people.get(i));
      incoming.add(message);
      places.putIfAbsent(place(people.get(i), message), message);
    }
    Map<Place, OpenConversation> open = open(tenant, places, book, now);
    List<Placed> placed = place(tenant, incoming, people, open, now);
    messages.insert(tenant, placed, now);
    conversations.addMessages(tenant, open.values(), now);
    messages.step(placed.stream().map(each -> received(tenant, each, now)).toList());
    return placed;
  }

  private static List<ContactAddress> addresses(List<Arrival> arrivals) {
    return arrivals.stream()
        .flatMap(arrival -> Stream.of(arrival.address(), arrival.previously()))
        .mapMulti(MessageIntake::passNonNull)
        .toList();
  }

  private static void passNonNull(@Nullable ContactAddress address, Consumer<ContactAddress> next) {
    if (address != null) {
      next.accept(address);
    }
  }

  /// The conversation of each place: the current one, or a new one after a long silence.
  private Map<Place, OpenConversation> open(
      TenantId tenant, Map<Place, NewMessage> places, ContactBook book, Instant now) {
    Map<Place, Found> latest = conversations.findLatest(tenant, places.keySet(), now);
    Map<Place, OpenConversation> open = new LinkedHashMap<>();
    Map<Place, OpenConversation> opened = new LinkedHashMap<>();
    places.forEach((place, message) -> {
      Found found = latest.get(place);
      if (found != null && found.continuesWith(message)) {
        open.put(place, found.conversation());
        return;
      }
      OpenConversation conversation =
          new OpenConversation(UuidV7.next(now), true, message.phoneNumberId(), null, null);
      open.put(place, conversation);
      opened.put(place, conversation);
    });
    conversations.insert(tenant, opened, book, now);
    return open;
  }

  /// An agent's message goes where the contact wrote last; the agent does not know our numbers.
  private static Place place(Contact contact, NewMessage message) {
    return new Place(contact.id, message.reference().isGenesys() ? null : message.phoneNumberId());
  }

  private List<Placed> place(
      TenantId tenant,
      List<NewMessage> incoming,
      List<Contact> people,
      Map<Place, OpenConversation> open,
      Instant now) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < incoming.size(); i++) {
      NewMessage message = incoming.get(i);
      Contact contact = people.get(i);
      OpenConversation conversation = open.get(place(contact, message));
      if (conversation == null) {
        throw new IllegalStateException(
            "conversation of " + contact.id + ": none (expected: open)");
      }
      boolean first = conversation.isFirstMessage();
      Duration responseTime = conversation.add(message, now);
      UUID id = UuidV7.next(now);
      placed.add(new Placed(id, conversation.id, contact, message.at(conversation.phoneNumberId)));
      changes.added(
          tenant,
          conversation.id,
          new MessageFact(id, message.direction(), message.sentAt(), first, responseTime));
    }
    return placed;
  }

  private static MessageStep received(TenantId tenant, Placed placed, Instant now) {
    return new MessageStep(tenant, placed.id(), now, "received", null, null);
  }
}
