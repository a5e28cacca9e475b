package io.agentsandbox.genesys;

import io.agentsandbox.platform.Bytes;

/// What an agent or bot sent towards the customer; `body` is the webhook.
public record AgentMessage(
    long at,
    String id,
    String integrationId,
    String conversationId,
    String contact,
    String type,
    Bytes body) {}
