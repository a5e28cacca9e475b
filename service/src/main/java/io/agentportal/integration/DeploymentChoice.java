package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;

/// What a tenant chose to use in its Genesys organisation. Implemented by the module that asks for
/// it.
public interface DeploymentChoice {

  /// @param integrationId empty: one is made
  /// @param flowId of the flow that gets the messages; empty: somebody sets it in Genesys
  record Choice(Optional<String> integrationId, Optional<String> flowId) {}

  Choice of(TenantId tenantId);
}
