package io.agentportal.webhooks;

import java.time.Instant;

/// Application event, about once an hour on each node: calls stored before that time are not kept
/// any longer, and what was kept about them may go too.
public record WebhooksExpired(Instant before) {}
