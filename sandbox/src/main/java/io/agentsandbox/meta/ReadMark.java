package io.agentsandbox.meta;

/// The business marked a customer's message as read, perhaps showing that it types.
public record ReadMark(long at, String messageId, boolean typing) {}
