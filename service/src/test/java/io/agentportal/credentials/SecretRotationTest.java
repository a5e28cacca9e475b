package io.agentportal.credentials;

import static io.agentportal.credentials.CredentialKind.GENESYS_WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.audit.TestAudit;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.crypto.TestSealer;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A rotation on one node while another, with a memory of its own, takes Genesys' calls.
class SecretRotationTest {
  private static final SecretText OLD = SecretText.of("old-secret-0123456789");
  private static final SecretText NEW = SecretText.of("new-secret-0123456789");
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final Sealer sealer = TestSealer.fresh();
  private final VaultProperties properties =
      new VaultProperties(Duration.ofHours(24), Duration.ofHours(1));
  private final CredentialStore store = new CredentialStore(database.jdbc());
  private final TenantSealers sealers = new TenantSealers(store, sealer, clock);
  private final Vault here = node();
  private final Vault there = node();
  private final SecretRotation rotation =
      new SecretRotation(store, sealers, here, properties, clock);

  @BeforeEach
  void startsWithTheOldSecret() {
    transactionally(() -> here.store(tenant, GENESYS_WEBHOOK_SECRET, NewSecret.lasting(OLD)));
    assertThat(secrets(there.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(OLD);
  }

  @Test
  void acceptsTheNewSecretBeforeThePartnerIsTold() {
    rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);

    assertThat(secrets(here.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(OLD, NEW);
    assertThat(here.current(tenant, GENESYS_WEBHOOK_SECRET)).isEqualTo(OLD);
  }

  @Test
  void letsAnotherNodeLearnOfItWhenACallArrivesThatItCannotVerify() {
    rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);
    assertThat(secrets(there.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(OLD);

    assertThat(secrets(there.acceptedNow(tenant, GENESYS_WEBHOOK_SECRET)))
        .containsExactly(OLD, NEW);
  }

  @Test
  void makesTheNewOneTheCurrentAndKeepsTheOldForTheGraceTime() {
    int version = rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);

    rotation.activate(tenant, GENESYS_WEBHOOK_SECRET, version, clock.instant().plus(HOUR));

    assertThat(here.current(tenant, GENESYS_WEBHOOK_SECRET)).isEqualTo(NEW);
    assertThat(secrets(here.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(NEW, OLD);
    clock.advance(HOUR);
    assertThat(secrets(here.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(NEW);
  }

  @Test
  void forgetsASecretThatThePartnerRefused() {
    int version = rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);

    rotation.discard(tenant, GENESYS_WEBHOOK_SECRET, version);

    assertThat(secrets(here.accepted(tenant, GENESYS_WEBHOOK_SECRET))).containsExactly(OLD);
  }

  @Test
  void refusesASecondRotationAtTheSameTimeEvenIfForced() {
    rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);

    assertThatThrownBy(
            () -> rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, SecretText.of("third"), true))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("at this moment");
  }

  @Test
  void goesOnAfterANodeDiedInTheMiddleAndStillAcceptsWhatGenesysMayUse() {
    rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, NEW, false);
    clock.advance(Duration.ofMinutes(3));
    SecretText third = SecretText.of("third-secret-0123456789");

    int version = rotation.prepare(tenant, GENESYS_WEBHOOK_SECRET, third, false);
    rotation.activate(tenant, GENESYS_WEBHOOK_SECRET, version, clock.instant().plus(HOUR));

    assertThat(secrets(here.accepted(tenant, GENESYS_WEBHOOK_SECRET)))
        .containsExactlyInAnyOrder(third, OLD, NEW);
  }

  private Vault node() {
    return new Vault(store, sealers, TestAudit.trail(database, clock), properties, clock);
  }

  private static void transactionally(Runnable work) {
    database.transactions().executeWithoutResult(_ -> work.run());
  }

  private static List<SecretText> secrets(List<AcceptedSecret> accepted) {
    return accepted.stream().map(AcceptedSecret::secret).toList();
  }
}
