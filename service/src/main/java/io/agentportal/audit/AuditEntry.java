package io.agentportal.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a tenant's audit trail as people read it.
///
/// @param sequence its place in the tenant's chain, from 1 without gaps
/// @param requestId of the request that did it; null for work without a request
/// @param address of the browser that did it; null for work without a request
public record AuditEntry(
    long sequence,
    Instant at,
    String actor,
    String action,
    String subject,
    Map<String, Object> details,
    @Nullable String requestId,
    @Nullable String address) {}
