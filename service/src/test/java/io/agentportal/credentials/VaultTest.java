package io.agentportal.credentials;

import static io.agentportal.credentials.CredentialKind.GENESYS_CLIENT_SECRET;
import static io.agentportal.credentials.CredentialKind.GENESYS_WEBHOOK_SECRET;
import static io.agentportal.credentials.CredentialKind.WHATSAPP_APP_SECRET;
import static io.agentportal.credentials.CredentialKind.WHATSAPP_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.audit.TestAudit;
import io.agentportal.platform.crypto.SealBrokenException;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.crypto.TestSealer;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VaultTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final SecretText FIRST = SecretText.of("first-secret-0123456789");
  private static final SecretText SECOND = SecretText.of("second-secret-0123456789");
  private static final SecretText THIRD = SecretText.of("third-secret-0123456789");

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final Sealer master = TestSealer.fresh();
  private final Vault vault = vault(master);
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final TenantId neighbour = new TenantId(UUID.randomUUID());

  @Test
  void givesBackWhatItKeeps() {
    store(tenant, WHATSAPP_TOKEN, FIRST);

    assertThat(vault.current(tenant, WHATSAPP_TOKEN)).isEqualTo(FIRST);
    assertThat(vault.find(neighbour, WHATSAPP_TOKEN)).isEmpty();
    assertThatThrownBy(() -> vault.current(tenant, WHATSAPP_APP_SECRET))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void leaksNothingWithItsRows() {
    store(tenant, WHATSAPP_TOKEN, FIRST);

    String rows =
        database
            .jdbc()
            .sql(
                """
                select string_agg(encode(c.sealed, 'escape') || encode(k.sealed_key, 'escape')
                       || c.masked_value, ' ')
                  from credential c
                  join tenant_key k using (tenant_id)
                """)
            .query(String.class)
            .single();

    assertThat(rows).contains("••••••••6789").doesNotContain("first-secret", "012345");
    assertThatThrownBy(() -> vault(TestSealer.fresh()).current(tenant, WHATSAPP_TOKEN))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void doesNotOpenARowThatWasMovedToAnotherTenant() {
    store(tenant, WHATSAPP_TOKEN, FIRST);
    store(neighbour, WHATSAPP_TOKEN, SECOND);
    database
        .jdbc()
        .sql(
            """
            update credential c
               set sealed = (select o.sealed from credential o where o.tenant_id = :from)
             where c.tenant_id = :to
            """)
        .param("from", tenant.value())
        .param("to", neighbour.value())
        .update();

    assertThatThrownBy(() -> vault(master).current(neighbour, WHATSAPP_TOKEN))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void doesNotOpenARowOfATenantWhoseKeyWasReplacedByAnothers() {
    store(tenant, WHATSAPP_TOKEN, FIRST);
    store(neighbour, WHATSAPP_TOKEN, SECOND);
    database
        .jdbc()
        .sql(
            """
            update tenant_key k
               set sealed_key = (select o.sealed_key from tenant_key o where o.tenant_id = :from)
             where k.tenant_id = :to
            """)
        .param("from", tenant.value())
        .param("to", neighbour.value())
        .update();

    assertThatThrownBy(() -> vault(master).current(neighbour, WHATSAPP_TOKEN))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void doesNotOpenARowThatWasMovedToAnotherKindOrVersion() {
    store(tenant, WHATSAPP_TOKEN, FIRST);
    execute("update credential set kind = 'GENESYS_CLIENT_SECRET' where tenant_id = :tenant");
    assertThatThrownBy(() -> vault(master).current(tenant, GENESYS_CLIENT_SECRET))
        .isInstanceOf(SealBrokenException.class);

    execute("update credential set kind = 'WHATSAPP_TOKEN', version = 2 where tenant_id = :tenant");
    assertThatThrownBy(() -> vault(master).current(tenant, WHATSAPP_TOKEN))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void acceptsAReplacedSecretOfAPartnerForADay() {
    store(tenant, GENESYS_WEBHOOK_SECRET, FIRST);
    store(tenant, GENESYS_WEBHOOK_SECRET, SECOND);
    assertThat(accepted(GENESYS_WEBHOOK_SECRET)).containsExactly(SECOND, FIRST);

    clock.advance(Duration.ofHours(24));

    assertThat(accepted(GENESYS_WEBHOOK_SECRET)).containsExactly(SECOND);
  }

  @Test
  void keepsTwoVersionsAliveAtMost() {
    store(tenant, WHATSAPP_APP_SECRET, FIRST);
    store(tenant, WHATSAPP_APP_SECRET, SECOND);
    store(tenant, WHATSAPP_APP_SECRET, THIRD);

    assertThat(accepted(WHATSAPP_APP_SECRET)).containsExactly(THIRD, SECOND);
  }

  @Test
  void dropsAReplacedSecretThatOnlyWeUse() {
    store(tenant, GENESYS_CLIENT_SECRET, FIRST);
    store(tenant, GENESYS_CLIENT_SECRET, SECOND);

    assertThat(accepted(GENESYS_CLIENT_SECRET)).containsExactly(SECOND);
  }

  @Test
  void renewsOnlyTheFactsOfTheSameSecret() {
    Instant end = Instant.parse("2026-06-01T00:00:00Z");
    store(tenant, WHATSAPP_TOKEN, FIRST);
    clock.advance(Duration.ofHours(1));
    database
        .transactions()
        .executeWithoutResult(_ -> vault.store(tenant, WHATSAPP_TOKEN, FIRST, end, false));

    assertThat(vault.accepted(tenant, WHATSAPP_TOKEN)).extracting("version").containsExactly(1);
    assertThat(vault.facts(tenant, WHATSAPP_TOKEN))
        .hasValue(
            new CredentialFacts(
                Instant.parse("2026-03-01T10:00:00Z"), end, false, "••••••••6789", List.of()));
  }

  @Test
  void storesAllOrNothing() {
    store(tenant, WHATSAPP_TOKEN, FIRST);

    assertThatThrownBy(() ->
            database
                .transactions()
                .executeWithoutResult(_ -> {
                  vault.store(tenant, WHATSAPP_TOKEN, SECOND, null, true);
                  vault.current(tenant, WHATSAPP_TOKEN);
                  throw new IllegalStateException("power cut");
                }))
        .hasMessage("power cut");

    assertThat(vault.current(tenant, WHATSAPP_TOKEN)).isEqualTo(FIRST);
    assertThat(TestAudit.actions(database, tenant)).containsExactly("credential.stored");
  }

  @Test
  void survivesACutBeforeTheFirstSecretOfATenant() {
    assertThatThrownBy(() ->
            database
                .transactions()
                .executeWithoutResult(_ -> {
                  vault.store(tenant, WHATSAPP_TOKEN, FIRST, null, true);
                  vault.current(tenant, WHATSAPP_TOKEN);
                  throw new IllegalStateException("power cut");
                }))
        .hasMessage("power cut");
    assertThat(vault.find(tenant, WHATSAPP_TOKEN)).isEmpty();

    store(tenant, WHATSAPP_TOKEN, SECOND);

    assertThat(vault(master).current(tenant, WHATSAPP_TOKEN)).isEqualTo(SECOND);
  }

  @Test
  void recordsWhatWasReplacedWithoutTheSecret() {
    store(tenant, WHATSAPP_TOKEN, FIRST);
    store(tenant, WHATSAPP_TOKEN, SECOND);

    assertThat(TestAudit.actions(database, tenant))
        .containsExactly("credential.stored", "credential.replaced");
    assertThat(TestAudit.text(database, tenant)).doesNotContain("secret-0123").contains("••••6789");
  }

  @Test
  void readsTheDatabaseOnceForManyCalls() {
    store(tenant, WHATSAPP_APP_SECRET, FIRST);
    assertThat(accepted(WHATSAPP_APP_SECRET)).containsExactly(FIRST);
    execute("delete from credential where tenant_id = :tenant");

    assertThat(accepted(WHATSAPP_APP_SECRET)).containsExactly(FIRST);
  }

  private void store(TenantId to, CredentialKind kind, SecretText secret) {
    database.transactions().executeWithoutResult(_ -> vault.store(to, kind, secret, null, true));
  }

  private List<SecretText> accepted(CredentialKind kind) {
    return vault.accepted(tenant, kind).stream().map(AcceptedSecret::secret).toList();
  }

  private void execute(String sql) {
    database.jdbc().sql(sql).param("tenant", tenant.value()).update();
  }

  private Vault vault(Sealer sealer) {
    var store = new CredentialStore(database.jdbc());
    return new Vault(
        store,
        new TenantSealers(store, sealer, clock),
        TestAudit.trail(database, clock),
        new VaultProperties(Duration.ofHours(24), Duration.ofSeconds(5)),
        clock);
  }
}
