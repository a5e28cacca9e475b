package io.agentportal.settings;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.NewSecret;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.control.ControlClient;
import io.agentsandbox.world.World;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The tenant Contoso of the running application, connected to both partners, for tests of
/// settings.
public final class ConnectedContoso {
  public static final String ADMIN = "admin@contoso.example";
  private static final String ORG = "contoso";

  private final PortalTest portal = PortalTest.running();
  private final World world = portal.sandbox().contoso();
  private final PortalClient admin = portal.signIn(ADMIN);
  private final TenantId tenant =
      TenantId.parse(admin.get("/api/auth/session").data().at("/session/tenantId").asString());

  public ConnectedContoso() {
    Vault vault = portal.bean(Vault.class);
    Connections connections = portal.bean(Connections.class);
    portal
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          keep(vault, CredentialKind.GENESYS_CLIENT_SECRET, world.machineClient().secret());
          keep(vault, CredentialKind.WHATSAPP_TOKEN, world.meta().systemUserToken());
          keep(vault, CredentialKind.WHATSAPP_APP_SECRET, world.meta().appSecret());
          if (connections.genesys(tenant).isEmpty()) {
            connections.saveGenesys(
                new GenesysConnection(tenant, "us-east-1", world.machineClient().id(), "", ""));
          }
          connections.saveWhatsApp(
              new WhatsAppConnection(
                  tenant,
                  world.meta().wabaId(),
                  world.meta().phoneNumberId(),
                  world.meta().displayPhoneNumber(),
                  world.meta().appId()));
        });
  }

  /// Creates the integration at Genesys and stores its secret, as the wizard does.
  public ConnectedContoso deployed() {
    Answer answer = admin.post("/api/onboarding/webhooks/deploy", null);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return this;
  }

  /// Forgets the connections, for tests of other classes that begin before the set-up. Returns once
  /// the application has noticed.
  public static void disconnect() {
    PortalTest portal = PortalTest.running();
    var organization = portal.sandbox().contoso().organizationId();
    TenantId tenant =
        new TenantId(
            portal
                .jdbc()
                .sql("select t.id from tenant t where t.genesys_org_id = :organization")
                .param("organization", organization)
                .query(UUID.class)
                .single());
    for (String table : new String[] {"genesys_connection", "whatsapp_connection"}) {
      portal
          .jdbc()
          .sql("delete from " + table + " where tenant_id = :tenant")
          .param("tenant", tenant.value())
          .update();
    }
    Connections connections = portal.bean(Connections.class);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> connections.genesys(tenant).isEmpty() && connections.whatsApp(tenant).isEmpty());
  }

  public PortalTest portal() {
    return portal;
  }

  public World world() {
    return world;
  }

  public PortalClient admin() {
    return admin;
  }

  public TenantId tenant() {
    return tenant;
  }

  public ControlClient control() {
    return portal.sandbox().control();
  }

  /// A further credential that the partner accepts.
  public String fresh(String kind) {
    return control().issueCredential(ORG, kind);
  }

  /// The admin with a confirmation of that purpose.
  public PortalClient confirmed(String purpose) {
    return admin.with(Confirmations.HEADER, portal.confirm(admin, purpose, ADMIN));
  }

  /// Details of the newest entry with that action, as they are stored.
  public @Nullable String newestDetails(String action) {
    return portal
        .jdbc()
        .sql(
            """
            select e.details::text
              from audit_entry e
             where e.tenant_id = :tenant
               and e.action = :action
             order by e.sequence desc
             limit 1
            """)
        .param("tenant", tenant.value())
        .param("action", action)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void keep(Vault vault, CredentialKind kind, String secret) {
    vault.store(tenant, kind, NewSecret.lasting(SecretText.of(secret)));
  }
}
