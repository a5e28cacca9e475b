package io.agentportal.bridge.courtesy;

import io.agentportal.platform.tenancy.TenantId;

/// An agent is there: typing, or answering. Published within a transaction.
///
/// @param genesysAddress how Genesys knows the customer
/// @param typing false: has answered, and so has read what the customer wrote
public record AgentSeen(TenantId tenant, String genesysAddress, boolean typing) {}
