package io.agentportal.credentials;

import io.agentportal.platform.tenancy.TenantId;

/// A tenant's machine client and Open Messaging integration at Genesys Cloud.
///
/// @param region for example `eu-central-1`
/// @param integrationId empty until the integration is deployed
public record GenesysConnection(
    TenantId tenantId,
    String region,
    String clientId,
    String integrationId,
    String integrationName) {}
