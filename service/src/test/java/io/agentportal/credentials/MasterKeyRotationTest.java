package io.agentportal.credentials;

import static io.agentportal.credentials.CredentialKind.WHATSAPP_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.audit.TestAudit;
import io.agentportal.platform.crypto.RunningMasterKey;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyRotationTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final CredentialStore store = new CredentialStore(database.jdbc());
  private final List<TenantId> tenants =
      Stream.generate(() -> new TenantId(UUID.randomUUID())).limit(5).toList();

  @TempDir Path folder;
  private RunningMasterKey key;

  @BeforeEach
  void keepsASecretOfEachTenant() {
    database.clear();
    key = new RunningMasterKey(folder, database.jdbc(), clock);
    tenants.forEach(tenant ->
        database
            .transactions()
            .executeWithoutResult(_ ->
                vault(key.sealer())
                    .store(tenant, WHATSAPP_TOKEN, NewSecret.lasting(secret(tenant)))));
  }

  @Test
  void opensEverySecretWithTheNewKeyAlone() {
    key.rotate(keys());

    Vault after = vault(key.newestKeyAlone());

    assertThat(tenants)
        .allSatisfy(
            tenant -> assertThat(after.current(tenant, WHATSAPP_TOKEN)).isEqualTo(secret(tenant)));
  }

  @Test
  void readsAndWritesGoOnMeanwhile() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading =
          readers.submit(() -> {
            long reads = 0;
            while (!done.get()) {
              for (TenantId tenant : tenants) {
                assertThat(vault(key.sealer()).current(tenant, WHATSAPP_TOKEN))
                    .isEqualTo(secret(tenant));
                reads++;
              }
            }
            return reads;
          });
      try {
        for (int i = 0; i < 3; i++) {
          key.rotate(keys());
        }
      } finally {
        done.set(true);
      }

      assertThat(reading.get()).isPositive();
    }
  }

  @Test
  void startsWithTheNewKeyAndStillOpensWhatTheOldOneSealed() {
    byte[] old = key.sealer().seal(new byte[] {1, 2, 3}, new byte[0]);
    key.rotate(keys());

    Sealer restarted = new RunningMasterKey(folder, database.jdbc(), clock).sealer();

    assertThat(restarted.open(old, new byte[0])).containsExactly(1, 2, 3);
  }

  @Test
  void rotatesWhenTheFileAsksForItAndTakesTheFileAway() {
    key.ask();

    key.lookForARequest(keys());

    assertThat(key.isAsked()).isFalse();
    assertThat(vault(key.newestKeyAlone()).current(tenants.getFirst(), WHATSAPP_TOKEN))
        .isEqualTo(secret(tenants.getFirst()));
  }

  @Test
  void recordsItInEachTenantsTrail() {
    key.rotate(keys());

    assertThat(TestAudit.actions(database, tenants.getFirst())).contains("tenant-key.resealed");
  }

  private TenantKeys keys() {
    return new TenantKeys(
        store, key.sealer(), TestAudit.trail(database, clock), database.transactions());
  }

  private Vault vault(Sealer sealer) {
    return new Vault(
        store,
        new TenantSealers(store, sealer, clock),
        TestAudit.trail(database, clock),
        new VaultProperties(Duration.ofHours(24), Duration.ofSeconds(5)),
        clock);
  }

  private static SecretText secret(TenantId tenant) {
    return SecretText.of("secret of " + tenant);
  }
}
