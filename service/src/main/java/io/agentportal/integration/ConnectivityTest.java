package io.agentportal.integration;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysRegions;
import io.agentportal.identity.Tenants;
import io.agentportal.integration.checks.CheckList;
import io.agentportal.integration.checks.CheckList.Announced;
import io.agentportal.integration.checks.Subject;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Tests a tenant's connection to both partners as it is stored, and keeps the last result.
@Service
public class ConnectivityTest {
  private final CheckList checks;
  private final ConnectivityTestStore store;
  private final Parts parts;
  private final WebhookDeployment deployment;
  private final IntegrationProperties properties;
  private final Clock clock;

  ConnectivityTest(
      CheckList checks,
      ConnectivityTestStore store,
      Parts parts,
      WebhookDeployment deployment,
      IntegrationProperties properties,
      Clock clock) {
    this.checks = checks;
    this.store = store;
    this.parts = parts;
    this.deployment = deployment;
    this.properties = properties;
    this.clock = clock;
  }

  /// Where what is tested comes from.
  @Service
  record Parts(
      Connections connections,
      Vault vault,
      PartnerSecrets secrets,
      Tenants tenants,
      GenesysRegions regions,
      DeploymentState state) {}

  /// Hears of a test as it goes on; its methods are called on any thread, one at a time.
  public interface Listener {
    /// For whom the result is enough.
    Listener NOBODY =
        new Listener() {
          @Override
          public void started(List<Announced> checks, Instant at) {}

          @Override
          public void changed(Check check) {}
        };

    void started(List<Announced> checks, Instant at);

    void changed(Check check);
  }

  /// Runs all checks; takes up to 25 seconds.
  ///
  /// @throws PortalException `ONBOARDING_INCOMPLETE` without credentials of both partners
  public TestReport run(TenantId tenantId, Listener listener) {
    Subject subject = subject(tenantId);
    Instant testedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Check> ended =
        checks.run(
            subject,
            announced -> listener.started(announced, testedAt),
            check -> {
              synchronized (listener) {
                listener.changed(check);
              }
            },
            properties.checkWithin(),
            properties.testWithin());
    store.save(tenantId, testedAt, ended);
    return TestReport.of(ended, subject.urls(), testedAt);
  }

  /// The last test; empty: none was made.
  public Optional<TestReport> last(TenantId tenantId) {
    return store
        .find(tenantId)
        .map(kept -> TestReport.of(kept.checks(), deployment.urls(tenantId), kept.testedAt()));
  }

  private Subject subject(TenantId tenantId) {
    Optional<GenesysConnection> genesys = parts.connections().genesys(tenantId);
    Optional<WhatsAppConnection> whatsApp = parts.connections().whatsApp(tenantId);
    if (genesys.isEmpty() || whatsApp.isEmpty()) {
      List<String> missing = new ArrayList<>();
      if (genesys.isEmpty()) {
        missing.add("genesys");
      }
      if (whatsApp.isEmpty()) {
        missing.add("whatsapp");
      }
      throw new PortalException(
          ErrorCode.ONBOARDING_INCOMPLETE,
          "Enter the credentials of Genesys and WhatsApp first.",
          Map.of("missing", missing));
    }
    return new Subject(
        parts.tenants().find(tenantId).genesysOrgId(),
        genesysSide(genesys.get()),
        metaSide(whatsApp.get()),
        deployment.urls(tenantId),
        URI.create(deployment.publicUrl()));
  }

  private Subject.GenesysSide genesysSide(GenesysConnection connection) {
    TenantId tenantId = connection.tenantId();
    return new Subject.GenesysSide(
        new GenesysAccess(
            connection.region(),
            connection.clientId(),
            parts.vault().current(tenantId, CredentialKind.GENESYS_CLIENT_SECRET)),
        parts.regions().find(connection.region()).loginUrl(),
        connection.integrationId(),
        parts.secrets().findOrMake(tenantId, CredentialKind.GENESYS_WEBHOOK_SECRET));
  }

  private Subject.MetaSide metaSide(WhatsAppConnection connection) {
    TenantId tenantId = connection.tenantId();
    return new Subject.MetaSide(
        connection,
        parts.vault().current(tenantId, CredentialKind.WHATSAPP_TOKEN),
        parts
            .vault()
            .find(tenantId, CredentialKind.WHATSAPP_APP_SECRET)
            .or(parts.secrets()::ofSharedApp),
        parts.secrets().findOrMake(tenantId, CredentialKind.META_VERIFY_TOKEN),
        parts.state().meta(tenantId).deployed());
  }
}
