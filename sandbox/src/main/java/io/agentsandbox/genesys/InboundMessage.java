package io.agentsandbox.genesys;

import io.agentsandbox.platform.Bytes;

/// A customer's message as Genesys received it.
///
/// @param id the identifier that Genesys gave it
/// @param messageId the caller's `channel.messageId`, possibly empty
/// @param kind `message` or `structured`
/// @param body the request as it came
/// @param duplicateOf number of the first record with the same integration and `messageId`, or 0
public record InboundMessage(
    long at,
    String id,
    String integrationId,
    String conversationId,
    String contact,
    String messageId,
    String kind,
    Bytes body,
    long duplicateOf) {}
