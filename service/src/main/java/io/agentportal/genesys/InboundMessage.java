package io.agentportal.genesys;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A customer's message on its way to an agent.
///
/// @param messageId the channel's id (wamid); the same on every attempt, as is `time`
/// @param text never empty: Genesys refuses a message without text or content
/// @param customAttributes what the flow sees as participant data; short texts, the most important
///   first: Genesys takes only so many
public record InboundMessage(
    OpenContact from,
    String messageId,
    Instant time,
    String text,
    Map<String, String> customAttributes) {

  public InboundMessage {
    if (text.isEmpty() || messageId.isEmpty()) {
      throw new IllegalArgumentException("text or messageId: empty (expected: text)");
    }
    customAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(customAttributes));
  }
}
