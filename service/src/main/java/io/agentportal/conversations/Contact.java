package io.agentportal.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person of one tenant, as a transaction works on it: changed here, written once at the end.
final class Contact {
  final UUID id;
  final boolean isNew;
  private @Nullable String userId;
  private @Nullable String phone;
  private @Nullable String username;
  private String displayName;
  private String genesysAddress;
  private @Nullable UUID mergedInto;
  private boolean changed;
  private boolean renamed;
  private boolean released;
  private final List<String> formerAddresses = new ArrayList<>();

  /// As stored.
  ///
  /// @param state the columns that may change
  Contact(UUID id, boolean isNew, State state) {
    this.id = id;
    this.isNew = isNew;
    this.userId = state.userId();
    this.phone = state.phone();
    this.username = state.username();
    this.displayName = state.displayName();
    this.genesysAddress = state.genesysAddress();
    this.mergedInto = state.mergedInto();
  }

  /// What may change of a contact.
  record State(
      @Nullable String userId,
      @Nullable String phone,
      @Nullable String username,
      String displayName,
      String genesysAddress,
      @Nullable UUID mergedInto) {}

  State state() {
    return new State(userId, phone, username, displayName, genesysAddress, mergedInto);
  }

  @Nullable String userId() {
    return userId;
  }

  @Nullable String phone() {
    return phone;
  }

  String displayName() {
    return displayName;
  }

  String genesysAddress() {
    return genesysAddress;
  }

  @Nullable UUID mergedInto() {
    return mergedInto;
  }

  Recorded.Person person() {
    return new Recorded.Person(id, userId, phone, displayName, genesysAddress);
  }

  /// What lists and searches show: the phone, or the user id of people who hide it.
  String waId() {
    return phone != null ? phone : userId != null ? userId : genesysAddress;
  }

  boolean isChanged() {
    return changed && !isNew;
  }

  /// Whether name or number differ from what its conversations were stored with.
  boolean isRenamed() {
    return renamed && !isNew;
  }

  /// Whether it gave up an address that another contact may take in the same transaction.
  boolean isReleased() {
    return released && !isNew;
  }

  List<String> formerAddresses() {
    return formerAddresses;
  }

  void takeUserId(@Nullable String next) {
    if (next != null) {
      replaceUserId(next);
    }
  }

  /// Null: the new one is not known yet.
  void replaceUserId(@Nullable String next) {
    if (!Objects.equals(next, userId)) {
      retire(userId);
      userId = next;
      changed = true;
      renamed |= phone == null;
    }
  }

  void takePhone(@Nullable String next) {
    if (next == null || next.equals(phone)) {
      return;
    }
    retire(phone);
    phone = next;
    changed = true;
    renamed = true;
  }

  void takeProfile(@Nullable String nextUsername, @Nullable String nextName) {
    if (nextUsername != null && !nextUsername.equals(username)) {
      username = nextUsername;
      changed = true;
    }
    if (nextName != null && !nextName.isBlank() && !Objects.equals(nextName, displayName)) {
      displayName = nextName;
      changed = true;
      renamed = true;
    }
  }

  /// After a change of number Genesys is told the new one.
  void takeGenesysAddress(String next) {
    changed |= !next.equals(genesysAddress);
    genesysAddress = next;
  }

  void losePhone() {
    retire(phone);
    phone = null;
    changed = true;
    renamed = true;
  }

  void mergeInto(Contact other) {
    retire(userId);
    retire(phone);
    userId = null;
    phone = null;
    mergedInto = other.id;
    changed = true;
  }

  private void retire(@Nullable String address) {
    if (address != null) {
      formerAddresses.add(address);
      released = true;
    }
  }
}
