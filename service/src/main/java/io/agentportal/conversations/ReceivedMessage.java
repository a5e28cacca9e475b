package io.agentportal.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message from a customer, as WhatsApp reports it.
///
/// @param phoneNumberId the business number it was sent to
/// @param previously the addresses the person gave up, on a number change; absent otherwise
/// @param wamid Meta's id of the message; the guard against duplicates
/// @param kind e.g. `text`, `image`, `system`
/// @param text readable for people, whatever the kind
/// @param sentAt by WhatsApp's clock, in whole seconds
/// @param replyToWamid the message it answers; absent if it answers none
/// @param eventId the stored webhook it came from
public record ReceivedMessage(
    String phoneNumberId,
    ContactAddress from,
    @Nullable ContactAddress previously,
    String wamid,
    String kind,
    String text,
    Instant sentAt,
    @Nullable String replyToWamid,
    long eventId) {}
