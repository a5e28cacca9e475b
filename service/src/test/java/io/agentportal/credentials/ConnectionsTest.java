package io.agentportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Connections connections =
      new Connections(
          new ConnectionStore(database.jdbc()),
          new VaultProperties(Duration.ofHours(24), Duration.ofSeconds(5)),
          Clock.systemUTC());
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final TenantId neighbour = new TenantId(UUID.randomUUID());

  @BeforeEach
  void forget() {
    database.clear();
  }

  @Test
  void replacesATenantsIntegration() {
    connections.saveGenesys(new GenesysConnection(tenant, "eu-west-1", "client", "", "WhatsApp"));
    assertThat(connections.genesys(tenant).orElseThrow().integrationId()).isEmpty();
    connections.saveGenesys(new GenesysConnection(tenant, "eu-west-1", "client", "i1", "WhatsApp"));

    assertThat(connections.genesys(tenant).orElseThrow().integrationId()).isEqualTo("i1");
    assertThat(connections.genesys(neighbour)).isEmpty();
  }

  @Test
  void findsTheTenantOfANumberAndOfABusinessAccount() {
    assertThat(connections.tenantOfPhoneNumber("201")).isEmpty();
    connections.saveWhatsApp(number(tenant, "101", "201"));

    assertThat(connections.tenantOfPhoneNumber("201")).hasValue(tenant);
    assertThat(connections.tenantOfWaba("101")).hasValue(tenant);
    assertThat(connections.whatsApp(tenant, "201")).isEqualTo(connections.whatsApp(tenant));
    assertThat(connections.whatsApp(neighbour, "201")).isEmpty();
  }

  @Test
  void namesNoTenantForABusinessAccountOfTwo() {
    connections.saveWhatsApp(number(tenant, "101", "201"));
    connections.saveWhatsApp(number(neighbour, "101", "202"));

    assertThat(connections.tenantOfWaba("101")).isEmpty();
  }

  @Test
  void refusesANumberOfAnotherTenant() {
    connections.saveWhatsApp(number(tenant, "101", "201"));

    assertThatThrownBy(() -> connections.saveWhatsApp(number(neighbour, "666", "201")))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("already connected");
    assertThat(connections.whatsApp(tenant).orElseThrow().wabaId()).isEqualTo("101");
  }

  @Test
  void letsGoOfTheNumberThatATenantHadBefore() {
    connections.saveWhatsApp(number(tenant, "101", "201"));
    connections.saveWhatsApp(number(tenant, "101", "203"));

    connections.saveWhatsApp(number(neighbour, "102", "201"));

    assertThat(connections.tenantOfPhoneNumber("201")).hasValue(neighbour);
    assertThat(connections.tenantOfPhoneNumber("203")).hasValue(tenant);
  }

  private static WhatsAppConnection number(TenantId tenant, String wabaId, String phoneNumberId) {
    return new WhatsAppConnection(tenant, wabaId, phoneNumberId, "+1 555-010-0201", null);
  }
}
