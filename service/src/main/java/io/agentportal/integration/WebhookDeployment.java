package io.agentportal.integration;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Makes both partners call this portal. May be repeated: it finds what is there and puts it right.
@Service
public class WebhookDeployment {
  private final Connections connections;
  private final Vault vault;
  private final GenesysDeployment genesys;
  private final MetaDeployment meta;
  private final AuditTrail audit;
  private final String publicUrl;
  private final Set<TenantId> underWay = ConcurrentHashMap.newKeySet();

  WebhookDeployment(
      Connections connections,
      Vault vault,
      GenesysDeployment genesys,
      MetaDeployment meta,
      AuditTrail audit,
      @Value("${portal.public-url}") String publicUrl) {
    this.connections = connections;
    this.vault = vault;
    this.genesys = genesys;
    this.meta = meta;
    this.audit = audit;
    this.publicUrl = publicUrl;
  }

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
    return vault.find(tenantId, CredentialKind.META_VERIFY_TOKEN);
  }

  /// Whether both partners have been told our addresses at least once.
  public boolean isDeployed(TenantId tenantId) {
    return connections.genesys(tenantId).filter(c -> !c.integrationId().isEmpty()).isPresent()
        && verifyToken(tenantId).isPresent();
  }

  /// Whether Meta has been told our address.
  boolean isDeployedAtMeta(TenantId tenantId) {
    return isDeployed(tenantId);
  }

  /// Deploys at both partners; a failure at one does not keep the other back.
  ///
  /// @throws PortalException `ONBOARDING_INCOMPLETE` without credentials of both partners,
  ///   `CONFLICT` while another deployment of the tenant runs
  List<DeploymentStep> deploy(TenantId tenantId) {
    Optional<GenesysConnection> toGenesys = connections.genesys(tenantId);
    Optional<WhatsAppConnection> toWhatsApp = connections.whatsApp(tenantId);
    if (toGenesys.isEmpty() || toWhatsApp.isEmpty()) {
      throw new PortalException(
          ErrorCode.ONBOARDING_INCOMPLETE,
          "Enter the credentials of Genesys and WhatsApp first.",
          Map.of("missing", missing(toGenesys.isEmpty(), toWhatsApp.isEmpty())));
    }
    if (!underWay.add(tenantId)) {
      throw new PortalException(ErrorCode.CONFLICT, "The webhooks are being deployed already.");
    }
    try {
      List<DeploymentStep> steps =
          new ArrayList<>(genesys.deploy(toGenesys.get(), urls(tenantId).genesys()));
      steps.add(meta.deploy(toWhatsApp.get(), urls(tenantId).meta()));
      record(tenantId, steps);
      return List.copyOf(steps);
    } finally {
      underWay.remove(tenantId);
    }
  }

  private void record(TenantId tenantId, List<DeploymentStep> steps) {
    Map<String, Object> results =
        steps.stream().collect(Collectors.toMap(DeploymentStep::name, DeploymentStep::status));
    audit.record(
        new AuditEvent(
            tenantId, Actor.current(), "webhooks.deployed", "tenant:" + tenantId, results));
  }

  private static List<String> missing(boolean genesys, boolean whatsApp) {
    List<String> missing = new ArrayList<>();
    if (genesys) {
      missing.add("genesys");
    }
    if (whatsApp) {
      missing.add("whatsapp");
    }
    return missing;
  }
}
