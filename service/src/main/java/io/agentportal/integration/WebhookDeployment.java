package io.agentportal.integration;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.integration.DeploymentLock.Held;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Makes both partners call this portal. May be repeated: it finds what is there and puts it right.
@Service
public class WebhookDeployment {
  private final Access access;
  private final GenesysDeployment genesys;
  private final MetaDeployment meta;
  private final Records records;
  private final Clock clock;
  private final String publicUrl;

  WebhookDeployment(
      Access access,
      GenesysDeployment genesys,
      MetaDeployment meta,
      Records records,
      Clock clock,
      @Value("${portal.public-url}") String publicUrl) {
    this.access = access;
    this.genesys = genesys;
    this.meta = meta;
    this.records = records;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /// What the tenant entered.
  @Service
  record Access(Connections connections, Vault vault, DeploymentChoice choices) {}

  /// What is kept of deployments.
  @Service
  record Records(
      DeploymentLock locks,
      DeploymentStore store,
      SeenCalls calls,
      DriftStore drift,
      AuditTrail audit) {}

  private record Sides(GenesysConnection genesys, WhatsAppConnection whatsApp) {}

  public WebhookUrls urls(TenantId tenantId) {
    return new WebhookUrls(
        publicUrl + "/webhook/meta/" + tenantId,
        publicUrl + "/webhook/genesys/" + tenantId,
        tenantId.toString());
  }

  /// Where partners reach this deployment; no trailing slash.
  String publicUrl() {
    return publicUrl;
  }

  /// What Meta has to repeat when it verifies our address; empty before the first deployment.
  public Optional<SecretText> verifyToken(TenantId tenantId) {
    return access.vault().find(tenantId, CredentialKind.META_VERIFY_TOKEN);
  }

  /// Deploys at both partners; a failure at one does not keep the other back.
  ///
  /// @param listener hears of each step as it goes on
  /// @throws PortalException `ONBOARDING_INCOMPLETE` without credentials of both partners,
  ///   `CONFLICT` while another deployment of the tenant runs, on whatever node
  List<DeployStep> deploy(TenantId tenantId, Consumer<DeployStep> listener) {
    return alone(
        tenantId,
        listener,
        "webhooks.deployed",
        report -> {
          Sides sides = sides(tenantId);
          WebhookUrls urls = urls(tenantId);
          genesys.deploy(sides.genesys(), access.choices().of(tenantId), urls.genesys(), report);
          meta.deploy(sides.whatsApp(), urls.meta(), report);
          records.drift().begin(tenantId, clock.instant());
        });
  }

  /// Takes back at both partners what was deployed.
  ///
  /// @throws PortalException as [#deploy]
  List<DeployStep> undo(TenantId tenantId, Consumer<DeployStep> listener) {
    return alone(
        tenantId,
        listener,
        "webhooks.removed",
        report -> {
          Sides sides = sides(tenantId);
          meta.undo(sides.whatsApp(), report.wasMade(MetaDeployment.SUBSCRIPTION), report);
          genesys.undo(sides.genesys(), report.wasMade(GenesysDeployment.INTEGRATION), report);
          records.calls().forget(tenantId);
          records.drift().end(tenantId);
        });
  }

  private List<DeployStep> alone(
      TenantId tenantId,
      Consumer<DeployStep> listener,
      String action,
      Consumer<DeployReport> work) {
    sides(tenantId);
    try (Held _ =
        records
            .locks()
            .take(tenantId)
            .orElseThrow(() ->
                new PortalException(
                    ErrorCode.CONFLICT, "The webhooks are being deployed already."))) {
      var report = new DeployReport(tenantId, records.store(), listener, clock);
      work.accept(report);
      Map<String, Object> results =
          report.steps().stream()
              .collect(Collectors.toMap(DeployStep::name, step -> step.status().wireName()));
      records
          .audit()
          .record(new AuditEvent(tenantId, Actor.current(), action, "tenant:" + tenantId, results));
      return report.steps();
    }
  }

  private Sides sides(TenantId tenantId) {
    Optional<GenesysConnection> toGenesys = access.connections().genesys(tenantId);
    Optional<WhatsAppConnection> toWhatsApp = access.connections().whatsApp(tenantId);
    List<String> missing = new ArrayList<>();
    if (toGenesys.isEmpty()) {
      missing.add("genesys");
    }
    if (toWhatsApp.isEmpty()) {
      missing.add("whatsapp");
    }
    if (!missing.isEmpty()) {
      throw new PortalException(
          ErrorCode.ONBOARDING_INCOMPLETE,
          "Enter the credentials of Genesys and WhatsApp first.",
          Map.of("missing", missing));
    }
    return new Sides(toGenesys.orElseThrow(), toWhatsApp.orElseThrow());
  }
}
