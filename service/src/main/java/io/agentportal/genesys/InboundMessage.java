package io.agentportal.genesys;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer's message on its way to an agent.
///
/// @param messageId the channel's id (wamid); the same on every attempt, as is `time`
/// @param text not empty without an attachment: Genesys refuses a message without text or content
/// @param customAttributes what the flow sees as participant data; short texts, the most important
///   first: Genesys takes only so many
public record InboundMessage(
    OpenContact from,
    String messageId,
    Instant time,
    String text,
    Map<String, String> customAttributes,
    @Nullable InboundAttachment attachment) {

  public InboundMessage {
    if ((text.isEmpty() && attachment == null) || messageId.isEmpty()) {
      throw new IllegalArgumentException("text or messageId: empty (expected: text)");
    }
    customAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(customAttributes));
  }

  /// A message without a file.
  public InboundMessage(
      OpenContact from,
      String messageId,
      Instant time,
      String text,
      Map<String, String> customAttributes) {
    this(from, messageId, time, text, customAttributes, null);
  }

  /// The same with a file.
  public InboundMessage with(String words, InboundAttachment file) {
    return new InboundMessage(from, messageId, time, words, customAttributes, file);
  }

  /// The same in other words, without a file.
  public InboundMessage saying(String words) {
    return new InboundMessage(from, messageId, time, words, customAttributes, null);
  }
}
