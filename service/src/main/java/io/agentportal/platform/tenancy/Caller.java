package io.agentportal.platform.tenancy;

/// Who is asking. Taken from the session, never from a header or a request body.
///
/// A controller that declares a parameter of this type receives the signed-in caller.
///
/// @param displayName what the audit trail shows as the actor, usually an e-mail address
public record Caller(TenantId tenantId, UserId userId, Role role, String displayName) {}
