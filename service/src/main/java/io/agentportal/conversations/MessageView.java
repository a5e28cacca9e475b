package io.agentportal.conversations;

import io.agentportal.conversations.list.PhonePrivacy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message as the transcript shows it; the API's `Message`.
///
/// @param conversationId the portal's id
/// @param kind `text`, `image`, `interactive`, ...; `text` is readable whatever the kind
/// @param at by the sender's clock
/// @param status `queued`, `accepted`, `sent`, `delivered`, `read`, `played` or `failed`; inbound
///   means towards Genesys
/// @param error why it failed, for people
/// @param errorCode why it failed, in the partner's or our own code
/// @param wamid WhatsApp's id
/// @param genesysId Genesys' id
/// @param replyTo WhatsApp's id of the message this one answers
record MessageView(
    UUID id,
    UUID conversationId,
    String direction,
    String kind,
    String text,
    Instant at,
    String status,
    @Nullable String error,
    @Nullable String errorCode,
    @Nullable String wamid,
    @Nullable String genesysId,
    Author author,
    @Nullable String replyTo,
    @Nullable Media media) {

  /// @param kind `customer`, `agent`, `bot` or `system`
  record Author(String kind, @Nullable String name) {}

  /// A file that came with the message.
  ///
  /// @param kind `image`, `video`, `audio`, `document` or `sticker`
  /// @param bytes null until it is kept
  /// @param url of the same origin, works for some minutes; null unless it is kept
  /// @param state `waiting`, `kept`, `refused`, `missing` or `expired`
  /// @param problem why it is not there, in one sentence; null if nothing is wrong
  record Media(
      String kind,
      @Nullable String mimeType,
      @Nullable String fileName,
      @Nullable Long bytes,
      @Nullable String url,
      String state,
      @Nullable String problem) {}

  MessageView with(Media file) {
    return new MessageView(
        id,
        conversationId,
        direction,
        kind,
        text,
        at,
        status,
        error,
        errorCode,
        wamid,
        genesysId,
        author,
        replyTo,
        file);
  }

  /// The same message for somebody with that view of phone numbers.
  MessageView shown(PhonePrivacy privacy) {
    String name = author.name();
    return new MessageView(
        id,
        conversationId,
        direction,
        kind,
        text,
        at,
        status,
        error,
        errorCode,
        wamid,
        genesysId,
        new Author(author.kind(), name == null ? null : privacy.show(name)),
        replyTo,
        media);
  }
}
