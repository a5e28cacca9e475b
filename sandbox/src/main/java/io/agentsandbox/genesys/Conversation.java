package io.agentsandbox.genesys;

import java.util.concurrent.atomic.AtomicInteger;

/// A message conversation between one contact and the agents.
final class Conversation {
  private final String id;
  private final String integrationId;
  private final String contact;
  private final String idType;
  private final AtomicInteger messages = new AtomicInteger();
  private volatile String nickname;
  private volatile long startedAt;
  private volatile long lastAt;
  private volatile boolean open = true;

  Conversation(String id, String integrationId, String contact, String idType, String nickname) {
    this.id = id;
    this.integrationId = integrationId;
    this.contact = contact;
    this.idType = idType;
    this.nickname = nickname;
  }

  String id() {
    return id;
  }

  String integrationId() {
    return integrationId;
  }

  /// `channel.from.id` of the contact.
  String contact() {
    return contact;
  }

  String idType() {
    return idType;
  }

  String nickname() {
    return nickname;
  }

  boolean isOpen() {
    return open;
  }

  /// Time of the first message; 0 before it.
  long startedAt() {
    return startedAt;
  }

  long lastAt() {
    return lastAt;
  }

  int messages() {
    return messages.get();
  }

  void messageAt(long at) {
    if (messages.getAndIncrement() == 0) {
      startedAt = at;
    }
    lastAt = at;
  }

  void rename(String newNickname) {
    if (!newNickname.isEmpty()) {
      nickname = newNickname;
    }
  }

  void disconnect() {
    open = false;
  }
}
