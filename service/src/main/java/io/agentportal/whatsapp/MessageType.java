package io.agentportal.whatsapp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The types of messages that WhatsApp documents, with the older names that still occur.
///
/// The name of a type is also the name of the member that holds its content.
enum MessageType {
  TEXT,
  IMAGE,
  VIDEO,
  AUDIO,
  /// Older name of a recorded `audio`.
  VOICE,
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
  /// Only in echoes: what staff sent through another system.
  TEMPLATE,
  /// Has no content.
  REQUEST_WELCOME,
  UNSUPPORTED,
  /// Older name of `unsupported`.
  UNKNOWN,
  /// What this program does not know yet.
  OTHER;

  static MessageType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type != OTHER && type.wireName().equals(name))
        .findFirst()
        .orElse(OTHER);
  }

  /// The type whose content a message holds that does not name its type.
  static Optional<MessageType> held(JsonNode message) {
    return Arrays.stream(values()).filter(type -> message.has(type.wireName())).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isMedia() {
    return switch (this) {
      case IMAGE, VIDEO, AUDIO, VOICE, DOCUMENT, STICKER -> true;
      case TEXT,
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
          REQUEST_WELCOME,
          UNSUPPORTED,
          UNKNOWN,
          OTHER ->
          false;
    };
  }
}
