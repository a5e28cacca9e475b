package io.agentportal.bridge;

import io.agentportal.PortalClient;
import io.agentportal.PortalTest;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentsandbox.control.ControlClient;
import io.agentsandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The tenant Northwind of the running application, connected to both partners, and the people
/// around it: customers with numbers of their own for each test, and the agents at Genesys.
final class Northwind {
  static final String ORG = "northwind";
  private static final String WEBHOOK_SECRET = "a webhook secret of the tests";
  private static final AtomicLong NUMBERS =
      new AtomicLong(49_150_000_000_00L + System.nanoTime() % 1_000_000 * 100);

  final PortalTest portal = PortalTest.running();
  final ControlClient control = portal.sandbox().control();
  final World world = portal.sandbox().northwind();
  final PortalClient admin;
  final TenantId tenant;

  private Northwind() {
    admin = portal.signIn("admin@northwind.example");
    tenant =
        TenantId.parse(
            admin.get("/api/auth/session").data().path("session").path("tenantId").asString());
    connect();
  }

  private static final class Holder {
    private static final Northwind CONNECTED = new Northwind();
  }

  static Northwind connected() {
    return Holder.CONNECTED;
  }

  private void connect() {
    URI genesysHook = portal.baseUri().resolve("/webhook/genesys/" + tenant);
    String integration =
        new SandboxIntegration(portal.sandbox().baseUri(), world.machineClient())
            .create("Northwind bridge", genesysHook, WEBHOOK_SECRET);
    Vault vault = portal.bean(Vault.class);
    Connections connections = portal.bean(Connections.class);
    portal
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          keep(vault, CredentialKind.GENESYS_CLIENT_SECRET, world.machineClient().secret());
          keep(vault, CredentialKind.GENESYS_WEBHOOK_SECRET, WEBHOOK_SECRET);
          keep(vault, CredentialKind.WHATSAPP_TOKEN, world.meta().systemUserToken());
          keep(vault, CredentialKind.WHATSAPP_APP_SECRET, world.meta().appSecret());
          connections.saveGenesys(
              new GenesysConnection(
                  tenant,
                  "us-east-1",
                  world.machineClient().id(),
                  integration,
                  "Northwind bridge"));
          connections.saveWhatsApp(
              new WhatsAppConnection(
                  tenant,
                  world.meta().wabaId(),
                  world.meta().phoneNumberId(),
                  world.meta().displayPhoneNumber(),
                  world.meta().appId()));
        });
    control.callback(ORG, "app", portal.baseUri().resolve("/webhook/meta/" + tenant));
  }

  private void keep(Vault vault, CredentialKind kind, String secret) {
    vault.store(tenant, kind, SecretText.of(secret), null, true);
  }

  /// Digits of a number that no other test uses.
  String newCustomer() {
    return Long.toString(NUMBERS.incrementAndGet());
  }

  /// What agents see of a customer, in order of arrival.
  List<String> textsAtGenesys(String customer) {
    return texts(control.genesysMessages(ORG, "+" + customer), "text");
  }

  /// What the customer got, in the order that WhatsApp took it.
  List<JsonNode> sentByWhatsApp(String customer) {
    return control
        .metaMessages(ORG)
        .valueStream()
        .filter(message -> message.path("to").asString("").endsWith(customer))
        .toList();
  }

  List<JsonNode> receipts(String customer) {
    return control
        .genesysReceipts(ORG)
        .valueStream()
        .filter(receipt -> receipt.path("contact").asString("").equals("+" + customer))
        .toList();
  }

  /// Statuses of the messages with this text in the transcript.
  List<String> statusesOf(String text) {
    return portal
        .jdbc()
        .sql(
            "select m.status from message m where m.tenant_id = :t and m.text = :text order by m.id")
        .param("t", tenant.value())
        .param("text", text)
        .query(String.class)
        .list();
  }

  long waitingDeliveries(String customer) {
    return portal
        .jdbc()
        .sql(
            """
            select count(*)
              from delivery d
              join contact c on c.tenant_id = d.tenant_id and c.id = d.contact_id
             where c.tenant_id = :t and c.phone = :phone
            """)
        .param("t", tenant.value())
        .param("phone", customer)
        .query(Long.class)
        .single();
  }

  private static List<String> texts(JsonNode messages, String member) {
    return messages.valueStream().map(message -> message.path(member).asString("")).toList();
  }
}
