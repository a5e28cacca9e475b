package io.agentportal.conversations.widget;

import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/// What a widget token lets its bearer do: read one transcript for a while.
///
/// @param role decides how phone numbers are shown
public record WidgetGrant(TenantId tenantId, UUID conversationId, Role role, Instant expiresAt) {}
