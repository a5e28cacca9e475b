package io.agentportal.integration;

import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/onboarding/webhooks`: our addresses at the partners.
@RestController
@RequestMapping("/api/onboarding/webhooks")
class WebhooksController {
  private final WebhookDeployment deployment;

  WebhooksController(WebhookDeployment deployment) {
    this.deployment = deployment;
  }

  /// @param verifyToken for a viewer masked; `""` before the first deployment
  record Addresses(WebhookUrls webhookUrls, String verifyToken) {}

  record Deployed(List<DeploymentStep> steps, WebhookUrls webhookUrls) {}

  @GetMapping
  ResponseEntity<Addresses> addresses(Caller caller) {
    String verifyToken =
        deployment
            .verifyToken(caller.tenantId())
            .map(caller.role() == Role.ADMIN ? SecretText::reveal : SecretText::masked)
            .orElse("");
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Addresses(deployment.urls(caller.tenantId()), verifyToken));
  }

  @PostMapping("/deploy")
  @PreAuthorize("hasRole('ADMIN')")
  Deployed deploy(Caller caller) {
    return new Deployed(deployment.deploy(caller.tenantId()), deployment.urls(caller.tenantId()));
  }
}
