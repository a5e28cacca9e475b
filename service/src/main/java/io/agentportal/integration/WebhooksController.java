package io.agentportal.integration;

import io.agentportal.identity.Tenants;
import io.agentportal.identity.confirmation.ConfirmationPurpose;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.http.EventStream;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/onboarding/webhooks`: our addresses at the partners.
@RestController
@RequestMapping("/api/onboarding/webhooks")
class WebhooksController {
  private final WebhookDeployment deployment;
  private final DeploymentState state;
  private final Watch watch;
  private final Guard guard;
  private final JsonMapper json;

  WebhooksController(
      WebhookDeployment deployment,
      DeploymentState state,
      Watch watch,
      Guard guard,
      JsonMapper json) {
    this.deployment = deployment;
    this.state = state;
    this.watch = watch;
    this.guard = guard;
    this.json = json;
  }

  /// What looks after a deployment.
  @Component
  record Watch(DriftWatch watch, DriftStore store) {}

  /// What a deployment that is in use asks before it goes.
  @Component
  record Guard(Tenants tenants, Confirmations confirmations) {}

  /// @param verifyToken for a viewer masked; `""` before the first deployment
  /// @param steps of the last deployment, as they ended
  /// @param driftCheckedAt null: nothing is deployed
  record Addresses(
      WebhookUrls webhookUrls,
      String verifyToken,
      List<DeployStep> steps,
      DeploymentState.Side meta,
      DeploymentState.Side genesys,
      List<Drift> drift,
      @Nullable Instant driftCheckedAt) {}

  record Deployed(List<DeployStep> steps, WebhookUrls webhookUrls) {}

  /// Work on a deployment that tells of its steps.
  private interface Work {
    List<DeployStep> run(TenantId tenantId, Consumer<DeployStep> listener);
  }

  @GetMapping
  ResponseEntity<Addresses> addresses(Caller caller) {
    TenantId tenantId = caller.tenantId();
    boolean isAdmin = caller.role() == Role.ADMIN;
    String verifyToken =
        deployment
            .verifyToken(tenantId)
            .map(isAdmin ? SecretText::reveal : SecretText::masked)
            .orElse("");
    var looked = watch.store().find(tenantId);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Addresses(
                deployment.urls(tenantId),
                verifyToken,
                state.steps(tenantId, isAdmin),
                state.meta(tenantId),
                state.genesys(tenantId),
                looked.map(DriftStore.Looked::findings).orElse(List.of()),
                looked.map(DriftStore.Looked::at).orElse(null)));
  }

  @PostMapping("/check")
  @PreAuthorize("hasRole('ADMIN')")
  ResponseEntity<Addresses> check(Caller caller) {
    watch.watch().look(caller.tenantId());
    return addresses(caller);
  }

  /// Null where the answer is a stream, which is written already.
  @PostMapping("/deploy")
  @PreAuthorize("hasRole('ADMIN')")
  @Nullable Deployed deploy(
      Caller caller, HttpServletRequest request, HttpServletResponse response) {
    return answer(caller, request, response, deployment::deploy);
  }

  @DeleteMapping
  @PreAuthorize("hasRole('ADMIN')")
  @Nullable Deployed undo(
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String token) {
    if (guard.tenants().find(caller.tenantId()).isOnboarded()) {
      guard.confirmations().demand(caller, ConfirmationPurpose.REMOVE_TENANT, token);
    }
    return answer(caller, request, response, deployment::undo);
  }

  private @Nullable Deployed answer(
      Caller caller, HttpServletRequest request, HttpServletResponse response, Work work) {
    TenantId tenantId = caller.tenantId();
    WebhookUrls urls = deployment.urls(tenantId);
    response.setHeader("Cache-Control", "no-store");
    if (!EventStream.isWanted(request)) {
      return new Deployed(work.run(tenantId, _ -> {}), urls);
    }
    EventStream.write(
        response,
        json,
        events -> {
          List<DeployStep> steps = work.run(tenantId, step -> events.send("step", step));
          events.send("finished", new Deployed(steps, urls));
        });
    return null;
  }
}
