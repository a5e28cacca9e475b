package io.agentsandbox.genesys;

import io.agentsandbox.platform.Bytes;

/// A receipt, or a typing event, as Genesys received it.
///
/// @param id the message the receipt is for; empty for an event
/// @param status `Delivered` or `Failed`, `Typing` for an event
/// @param knownMessage whether an agent's message with this id was sent
public record InboundReceipt(
    long at,
    String id,
    String integrationId,
    String contact,
    String status,
    Bytes body,
    boolean knownMessage) {}
