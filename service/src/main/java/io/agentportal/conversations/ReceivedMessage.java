package io.agentportal.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message of a customer, as WhatsApp reports it; or one that staff sent past Genesys, from
/// WhatsApp's own app.
///
/// @param phoneNumberId the business number it was sent to
/// @param contact the customer, who wrote it or (`fromStaff`) received it
/// @param fromStaff whether the business wrote it
/// @param previously the addresses the person gave up, on a number change; absent otherwise
/// @param wamid Meta's id of the message; the guard against duplicates
/// @param kind e.g. `text`, `image`, `system`
/// @param text readable for people, whatever the kind
/// @param sentAt by WhatsApp's clock, in whole seconds
/// @param replyToWamid the message it answers; absent if it answers none
/// @param eventId the stored webhook it came from
public record ReceivedMessage(
    String phoneNumberId,
    ContactAddress contact,
    boolean fromStaff,
    @Nullable ContactAddress previously,
    String wamid,
    String kind,
    String text,
    Instant sentAt,
    @Nullable String replyToWamid,
    long eventId) {}
