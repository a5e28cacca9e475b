package io.agentportal.genesys;

import org.jspecify.annotations.Nullable;

/// An Open Messaging integration of a Genesys organisation. Its secret is left out on purpose.
///
/// @param ready false while Genesys is still creating it
/// @param problem why creating it failed; null if it did not
/// @param recipientId the routing entry that carries the flow; null while it is being created
public record OpenIntegration(
    String id,
    String name,
    String webhookUrl,
    boolean ready,
    @Nullable String problem,
    @Nullable String recipientId) {}
