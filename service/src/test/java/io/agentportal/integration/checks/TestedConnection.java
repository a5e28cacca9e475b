package io.agentportal.integration.checks;

import io.agentportal.PortalClient;
import io.agentportal.PortalTest;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.integration.Check;
import io.agentportal.integration.WebhookUrls;
import io.agentportal.integration.probe.NameResolver;
import io.agentportal.onboarding.Forms;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.world.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Northwind's connection as it is right, for tests that make one thing wrong with it.
final class TestedConnection {
  static final PortalTest PORTAL = PortalTest.running();
  static final World NORTHWIND = PORTAL.sandbox().northwind();
  static final World CONTOSO = PORTAL.sandbox().contoso();
  private static final CheckRun.Limits LIMITS =
      new CheckRun.Limits(Duration.ofSeconds(10), Duration.ofSeconds(25));

  final TenantId tenantId;
  String organizationId = NORTHWIND.organizationId();
  String region = "us-east-1";
  URI loginUrl = PORTAL.sandbox().baseUri();
  String clientId = NORTHWIND.machineClient().id();
  String clientSecret = NORTHWIND.machineClient().secret();
  String integrationId;
  SecretText webhookSecret;
  String wabaId = NORTHWIND.meta().wabaId();
  String phoneNumberId = NORTHWIND.meta().phoneNumberId();
  String appId = NORTHWIND.meta().appId();
  String token = NORTHWIND.meta().systemUserToken();
  Optional<SecretText> appSecret = Optional.of(SecretText.of(NORTHWIND.meta().appSecret()));
  SecretText verifyToken;
  boolean isDeployed = true;
  URI publicUrl = PORTAL.baseUri();
  NameResolver names = NameResolver.SYSTEM;
  LongSupplier nanos = System::nanoTime;

  private TestedConnection(TenantId tenantId) {
    this.tenantId = tenantId;
    Vault vault = PORTAL.bean(Vault.class);
    integrationId = PORTAL.bean(Connections.class).genesys(tenantId).orElseThrow().integrationId();
    webhookSecret = vault.current(tenantId, CredentialKind.GENESYS_WEBHOOK_SECRET);
    verifyToken = vault.current(tenantId, CredentialKind.META_VERIFY_TOKEN);
  }

  /// Sets Northwind up in a fresh sandbox and deploys its webhooks.
  static TestedConnection deployed() {
    PORTAL.sandbox().control().reset();
    PortalClient admin = PORTAL.signIn(NORTHWIND.admin().email());
    Forms.saveAll(admin, NORTHWIND);
    admin.post("/api/onboarding/webhooks/deploy", null);
    String tenant =
        admin.get("/api/auth/session").data().path("session").path("tenantId").asString();
    return new TestedConnection(TenantId.parse(tenant));
  }

  GenesysAccess access() {
    return new GenesysAccess(region, clientId, SecretText.of(clientSecret));
  }

  /// Changes the integration at Genesys, as somebody else would.
  void changeAtGenesys(String url, SecretText secret) {
    PORTAL
        .bean(GenesysIntegrations.class)
        .update(access(), integrationId, "Agent Portal", url, secret);
  }

  WebhookUrls urls() {
    return new WebhookUrls(
        publicUrl + "/webhook/meta/" + tenantId,
        publicUrl + "/webhook/genesys/" + tenantId,
        tenantId.toString());
  }

  /// What came of the checks.
  record Results(List<Check> values) {

    Check get(String id) {
      return values.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
  }

  Results test() {
    List<NamedCheck> checks = PORTAL.bean(CheckList.class).of(subject(), names, nanos);
    return new Results(new CheckRun(checks, _ -> {}, Clock.systemUTC(), LIMITS).run());
  }

  private Subject subject() {
    return new Subject(
        organizationId,
        new Subject.GenesysSide(access(), loginUrl, integrationId, webhookSecret),
        new Subject.MetaSide(
            new WhatsAppConnection(tenantId, wabaId, phoneNumberId, "+1 555-010-0201", appId),
            SecretText.of(token),
            appSecret,
            verifyToken,
            isDeployed),
        urls(),
        publicUrl);
  }

  static void flaw(String name, Object value) {
    PORTAL.sandbox().control().settings(Map.of("flaws", Map.of(name, value)));
  }
}
