package io.agentportal.conversations;

import java.util.Locale;

/// How far a message has come. Statuses arrive in any order and only ever move a message forward.
///
/// `FAILED` ends it: nothing revives a failed message except sending it again.
public enum MessageStatus {
  QUEUED(0),
  ACCEPTED(1),
  SENT(2),
  DELIVERED(3),
  READ(4),
  PLAYED(5),
  FAILED(6);

  private final int step;

  MessageStatus(int step) {
    this.step = step;
  }

  /// Whether a message that is here moves on when `next` is heard of it.
  ///
  /// A message that reached its reader cannot fail any more: a `failed` after `delivered` is the
  /// report of another device.
  public boolean advancesTo(MessageStatus next) {
    if (this == FAILED) {
      return false;
    }
    if (next == FAILED) {
      return step < DELIVERED.step;
    }
    return next.step > step;
  }

  /// As the database and the API spell it: lower case.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if it is none of the names
  public static MessageStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
