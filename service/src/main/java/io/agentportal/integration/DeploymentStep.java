package io.agentportal.integration;

import org.jspecify.annotations.Nullable;

/// One step of deploying the webhooks.
///
/// @param name stable: `genesys-integration`, `genesys-flow`, `whatsapp-subscription`
/// @param status `success`, `warning` (works, but look at it) or `error`
/// @param advice what the admin can do; null if there is nothing to do
public record DeploymentStep(String name, String status, String message, @Nullable String advice) {

  static DeploymentStep success(String name, String message) {
    return new DeploymentStep(name, "success", message, null);
  }

  static DeploymentStep warning(String name, String message, String advice) {
    return new DeploymentStep(name, "warning", message, advice);
  }

  static DeploymentStep error(String name, String message, String advice) {
    return new DeploymentStep(name, "error", message, advice);
  }
}
