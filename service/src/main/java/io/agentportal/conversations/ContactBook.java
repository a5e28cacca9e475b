package io.agentportal.conversations;

import io.agentportal.platform.db.UuidV7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contacts that one transaction has to do with, and the rules of who is who.
///
/// Known by user id first, by phone second. Seen with both, a contact is linked to both; two
/// contacts that turn out to be one are merged into the one with the user id. A phone that appears
/// with another user id than before has a new owner: a new contact, so that nobody reads a
/// stranger's conversation. Only a reported change of number moves a contact to a new phone *and*
/// keeps its thread.
final class ContactBook {
  private final Map<UUID, Contact> byId = new LinkedHashMap<>();
  private final Map<String, Contact> byUserId = new HashMap<>();
  private final Map<String, Contact> byPhone = new HashMap<>();
  private final Map<String, Contact> byGenesysAddress = new HashMap<>();
  private final List<Merge> merges = new ArrayList<>();

  /// @param from a contact that lives on in `into`
  record Merge(UUID from, UUID into) {}

  ContactBook(Collection<Contact> stored) {
    stored.forEach(this::add);
  }

  Collection<Contact> all() {
    return byId.values();
  }

  /// @throws IllegalStateException if the contact is none of these
  Contact get(UUID id) {
    Contact contact = byId.get(id);
    if (contact == null) {
      throw new IllegalStateException("contact: " + id + " (expected: one of this batch)");
    }
    return contact;
  }

  List<Merge> merges() {
    return merges;
  }

  /// Who wrote, made known if nobody is.
  Contact customer(ContactAddress address, @Nullable ContactAddress previously, Instant now) {
    Contact contact = previously == null ? null : moved(address, previously);
    if (contact == null) {
      contact = known(address);
    }
    if (contact == null) {
      return create(address, now);
    }
    link(contact, address);
    contact.takeProfile(address.username(), address.name());
    return contact;
  }

  /// Whom an agent writes to: the address as Genesys knows it, or one of WhatsApp's.
  Contact addressee(ContactAddress address, Instant now) {
    Contact contact = byGenesysAddress.get(genesysAddress(address));
    if (contact == null) {
      contact = known(address);
    }
    return contact == null ? create(address, now) : survivor(contact);
  }

  /// `+` and digits where there is a phone, otherwise the user id.
  static String genesysAddress(ContactAddress address) {
    if (address.phone() != null) {
      return "+" + address.phone();
    }
    return address.userId() == null ? "" : address.userId();
  }

  private @Nullable Contact known(ContactAddress address) {
    Contact byUser = address.userId() == null ? null : byUserId.get(address.userId());
    if (byUser != null) {
      return byUser;
    }
    Contact atPhone = address.phone() == null ? null : byPhone.get(address.phone());
    if (atPhone == null || address.userId() == null || atPhone.userId() == null) {
      return atPhone;
    }
    return null; // The phone has a new owner: the caller makes a contact, which takes it over.
  }

  private @Nullable Contact moved(ContactAddress address, ContactAddress previously) {
    Contact contact = known(previously);
    Contact already = known(address);
    if (contact == null || contact == already) {
      return already;
    }
    if (already != null) {
      merge(already, contact);
    }
    // With the number the user id changes, too: what the new address leaves out is not theirs any
    // more.
    index(byUserId, contact.userId(), address.userId(), contact);
    contact.replaceUserId(address.userId());
    movePhone(contact, address);
    return contact;
  }

  private void movePhone(Contact contact, ContactAddress address) {
    String before = contact.phone();
    if (address.phone() == null) {
      index(byPhone, before, null, contact);
      contact.losePhone();
      return;
    }
    takePhone(contact, address.phone());
    String next = "+" + address.phone();
    boolean wasPhone = before != null && contact.genesysAddress().equals("+" + before);
    if (wasPhone && !byGenesysAddress.containsKey(next)) {
      index(byGenesysAddress, contact.genesysAddress(), next, contact);
      contact.takeGenesysAddress(next);
    }
  }

  private void link(Contact contact, ContactAddress address) {
    if (address.userId() != null && contact.userId() == null) {
      byUserId.put(address.userId(), contact);
      contact.takeUserId(address.userId());
    }
    if (address.phone() != null) {
      takePhone(contact, address.phone());
    }
  }

  private void takePhone(Contact contact, String phone) {
    Contact holder = byPhone.get(phone);
    if (holder != null && holder != contact) {
      if (holder.userId() == null) {
        merge(holder, contact);
      } else {
        holder.losePhone();
      }
    }
    index(byPhone, contact.phone(), phone, contact);
    contact.takePhone(phone);
  }

  private void merge(Contact from, Contact into) {
    if (from.userId() != null) {
      byUserId.remove(from.userId());
    }
    if (from.phone() != null) {
      byPhone.remove(from.phone());
    }
    from.mergeInto(into);
    merges.add(new Merge(from.id, into.id));
  }

  private Contact create(ContactAddress address, Instant now) {
    UUID id = UuidV7.next(now);
    Contact created =
        new Contact(
            id,
            true,
            new Contact.State(
                address.userId(),
                null,
                address.username(),
                shownName(address),
                freeGenesysAddress(address, id),
                null));
    if (address.phone() != null) {
      takePhone(created, address.phone());
    }
    add(created);
    return created;
  }

  /// A number can still be the key of its former owner's thread: then the user id, or ours.
  private String freeGenesysAddress(ContactAddress address, UUID id) {
    String preferred = genesysAddress(address);
    if (!byGenesysAddress.containsKey(preferred)) {
      return preferred;
    }
    String userId = address.userId();
    return userId == null || byGenesysAddress.containsKey(userId) ? id.toString() : userId;
  }

  private Contact survivor(Contact contact) {
    UUID next = contact.mergedInto();
    Contact into = next == null ? null : byId.get(next);
    return into == null ? contact : survivor(into);
  }

  private void add(Contact contact) {
    byId.put(contact.id, contact);
    index(byUserId, null, contact.userId(), contact);
    index(byPhone, null, contact.phone(), contact);
    byGenesysAddress.put(contact.genesysAddress(), contact);
  }

  private static void index(
      Map<String, Contact> map, @Nullable String before, @Nullable String after, Contact contact) {
    if (before != null) {
      map.remove(before, contact);
    }
    if (after != null) {
      map.put(after, contact);
    }
  }

  private static String shownName(ContactAddress address) {
    if (address.name() != null && !address.name().isBlank()) {
      return address.name();
    }
    if (address.username() != null && !address.username().isBlank()) {
      return address.username();
    }
    return genesysAddress(address);
  }
}
