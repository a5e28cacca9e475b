package io.agentportal.bridge.faults;

import io.agentportal.bridge.SandboxIntegration;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.Sandbox;
import io.agentsandbox.world.MetaAccount;
import io.agentsandbox.world.World;
import java.net.URI;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One of the sandbox's organisations as a tenant that is connected to both partners.
record Organisation(TenantId tenant, World world, String integrationId, URI node) {
  static final String WEBHOOK_SECRET = "a webhook secret of the tests";

  /// Makes the tenant and connects it, as the wizard does.
  static Organisation connect(World world, Sandbox sandbox, Node node, JdbcClient jdbc) {
    TenantId tenant = new TenantId(UUID.randomUUID());
    insert(tenant, world, jdbc);
    String integration =
        new SandboxIntegration(sandbox.baseUri(), world.machineClient())
            .create("Bridge", genesysHook(node.baseUri(), tenant), WEBHOOK_SECRET);
    Organisation organisation = new Organisation(tenant, world, integration, node.baseUri());
    organisation.keep(node, CredentialKind.GENESYS_CLIENT_SECRET, world.machineClient().secret());
    organisation.keep(node, CredentialKind.GENESYS_WEBHOOK_SECRET, WEBHOOK_SECRET);
    organisation.keep(node, CredentialKind.WHATSAPP_TOKEN, world.meta().systemUserToken());
    organisation.keep(node, CredentialKind.WHATSAPP_APP_SECRET, world.meta().appSecret());
    organisation.saveConnections(node);
    sandbox.control().callback(world.key(), "app", organisation.metaHook());
    return organisation;
  }

  /// This tenant's addresses, called with the number of another one.
  Organisation numberedAs(Organisation other) {
    MetaAccount ours = world.meta();
    MetaAccount theirs = other.world().meta();
    MetaAccount mixed =
        new MetaAccount(
            theirs.wabaId(),
            theirs.phoneNumberId(),
            theirs.displayPhoneNumber(),
            theirs.verifiedName(),
            ours.appId(),
            ours.appSecret(),
            ours.systemUserToken());
    World calling =
        new World(
            world.key(),
            world.organizationId(),
            world.organizationName(),
            world.admin(),
            world.viewer(),
            world.machineClient(),
            mixed);
    return new Organisation(tenant, calling, integrationId, node);
  }

  String key() {
    return world.key();
  }

  URI metaHook() {
    return node.resolve("/webhook/meta/" + tenant);
  }

  URI genesysHook() {
    return genesysHook(node, tenant);
  }

  /// An admin stores a secret.
  void keep(Node at, CredentialKind kind, String secret) {
    at.bean(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> at.bean(Vault.class).store(tenant, kind, SecretText.of(secret), null, true));
  }

  private void saveConnections(Node at) {
    Connections connections = at.bean(Connections.class);
    at.bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          connections.saveGenesys(
              new GenesysConnection(
                  tenant, "us-east-1", world.machineClient().id(), integrationId, "Bridge"));
          connections.saveWhatsApp(
              new WhatsAppConnection(
                  tenant,
                  world.meta().wabaId(),
                  world.meta().phoneNumberId(),
                  world.meta().displayPhoneNumber(),
                  world.meta().appId()));
        });
  }

  private static URI genesysHook(URI node, TenantId tenant) {
    return node.resolve("/webhook/genesys/" + tenant);
  }

  private static void insert(TenantId tenant, World world, JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into tenant (id, genesys_org_id, name, region, zone, locale, created_at)
            values (:id, :organisation, :name, 'us-east-1', 'UTC', 'en', now())
            """)
        .param("id", tenant.value())
        .param("organisation", world.organizationId())
        .param("name", world.organizationName())
        .update();
  }
}
