package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a message's delivery history.
///
/// @param step `received`, `queued`, `retry`, `uncertain`, or a status as in
///   [MessageStatus#wireName()]
/// @param attempt counted from 1; absent for what is not an attempt
/// @param detail a plain sentence; absent if the step says it all
record MessageStep(
    TenantId tenantId,
    UUID messageId,
    Instant at,
    String step,
    @Nullable Integer attempt,
    @Nullable String detail) {}
