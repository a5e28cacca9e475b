package io.agentsandbox.meta;

import io.agentsandbox.platform.Bytes;

/// What a customer wrote. `from` is digits of a phone number or empty, `userId` their
/// business-scoped id; `message` is the webhook's message object.
public record CustomerMessage(
    long at, String wamid, String from, String userId, String name, String type, Bytes message) {}
