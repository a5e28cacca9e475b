package io.agentsandbox.platform;

import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;

/// What both simulated partners are built on.
///
/// @param baseUri where this sandbox is reached, without a trailing slash
/// @param keep how many records of each kind are kept per organisation
public record Ground(
    LiveSettings settings,
    SandboxClock clock,
    WebhookSender sender,
    ScheduledExecutorService timer,
    URI baseUri,
    int keep) {}
