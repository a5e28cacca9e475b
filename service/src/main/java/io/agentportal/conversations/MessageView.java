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

  /// A file that came with the message; always null until media are kept.
  record Media(String url, String mimeType) {}

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
