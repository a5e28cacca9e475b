package io.agentportal.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message from an agent or a bot, as Genesys reports it.
///
/// @param phoneNumberId the business number it goes out from, unless the contact's conversation is
///   at another one
/// @param to whom it goes to: the address that Genesys knows the contact by
/// @param genesysId Genesys' id of the message; the guard against duplicates
/// @param genesysConversationId absent where Genesys leaves it out
/// @param sentAt by Genesys' clock
/// @param byBot whether a flow wrote it and not a person
/// @param authorName as Genesys shows the author; absent if it does not say
/// @param eventId the stored webhook it came from
public record AgentReply(
    String phoneNumberId,
    ContactAddress to,
    String genesysId,
    @Nullable String genesysConversationId,
    String kind,
    String text,
    Instant sentAt,
    boolean byBot,
    @Nullable String authorName,
    long eventId) {}
