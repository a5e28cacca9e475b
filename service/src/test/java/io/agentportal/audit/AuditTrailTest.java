package io.agentportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.audit.AuditVerification.Broken;
import io.agentportal.audit.AuditVerification.Intact;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00.123456789Z");
  private final AuditTrail audit = TestAudit.trail(database, clock);
  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @Test
  void showsWhatHappenedToASubjectNewestFirst() {
    record("settings:regional", Map.of("from", "UTC", "to", "Europe/Berlin"));
    record("user:1", Map.of());
    record("settings:regional", Map.of("count", 2));

    var entries = audit.about(tenant, "settings:regional", 10);

    assertThat(entries).extracting(AuditEntry::sequence).containsExactly(3L, 1L);
    assertThat(entries.getLast().details()).containsEntry("to", "Europe/Berlin");
    assertThat(entries.getFirst().requestId()).isNull();
    assertThat(audit.about(new TenantId(UUID.randomUUID()), "settings:regional", 10)).isEmpty();
  }

  @Test
  void writesNothingWhenTheChangeIsUndone() {
    record("first", Map.of());

    assertThatThrownBy(() ->
            database
                .transactions()
                .executeWithoutResult(_ -> {
                  audit.record(event("undone", Map.of()));
                  throw new IllegalStateException("undone");
                }))
        .hasMessage("undone");
    record("second", Map.of());

    assertThat(audit.verify(tenant)).isInstanceOf(Intact.class);
    assertThat(audit.about(tenant, "second", 1).getFirst().sequence()).isEqualTo(2);
  }

  @Test
  void keepsOneChainWhenManyWriteAtOnce() throws Exception {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String subject = "user:" + i;
        writers.execute(() -> record(subject, Map.of()));
      }
    }

    assertThat(audit.verify(tenant))
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.entries()).isEqualTo(100);
              assertThat(intact.headHash()).hasSize(64);
            });
  }

  @Test
  void refusesToChangeOrDeleteAnEntry() {
    record("first", Map.of());

    assertThatThrownBy(() -> execute("update audit_entry set actor = 'me'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> execute("delete from audit_entry"))
        .hasMessageContaining("append-only");
  }

  @Test
  void findsAnEmptyChainIntact() {
    assertThat(audit.verify(tenant)).isInstanceOf(Intact.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a change | update audit_entry set actor = 'someone else' where sequence = 3 | 3",
        "changed details | update audit_entry set details = '{\"a\": 1}' where sequence = 3 | 3",
        "a moved time | update audit_entry set at = at + interval '1 us' where sequence = 3 | 3",
        "a removal | delete from audit_entry where sequence = 2 | 2",
        "a cut-off end | delete from audit_entry where sequence >= 4 | 4",
        "a cut-off start | delete from audit_entry where sequence = 1 | 1",
        "a recomputed hash | update audit_entry set actor = 'x', hash = sha256('x')"
            + " where sequence = 5 | 5"
      })
  void findsWhereTheChainWasTamperedWith(String what, String sql, long sequence) {
    writeFive();

    tamper(sql + " and tenant_id = '" + tenant + "'");

    assertThat(audit.verify(tenant))
        .as(what)
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(sequence));
  }

  @Test
  void findsAnInsertedEntry() {
    writeFive();

    tamper("update audit_entry set sequence = sequence + 10 where sequence >= 3" + mine());
    tamper("update audit_entry set sequence = sequence - 9 where sequence >= 13" + mine());
    tamper(
        """
        insert into audit_entry
        select tenant_id, 3, at, 'intruder', action, subject, details, null, null, hash
          from audit_entry where sequence = 2
        """
            + mine());

    assertThat(audit.verify(tenant)).isInstanceOf(Broken.class);
  }

  @Test
  void findsEntriesThatChangedPlaces() {
    writeFive();

    tamper("update audit_entry set sequence = 99 where sequence = 2" + mine());
    tamper("update audit_entry set sequence = 2 where sequence = 3" + mine());
    tamper("update audit_entry set sequence = 3 where sequence = 99" + mine());

    assertThat(audit.verify(tenant))
        .isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(2));
  }

  @Test
  void namesTheSystemWhereNobodyIsSignedIn() {
    assertThat(Actor.current()).isEqualTo("system");
  }

  private void writeFive() {
    for (int i = 1; i <= 5; i++) {
      record("subject:" + i, Map.of("number", i));
    }
  }

  private void record(String subject, Map<String, Object> details) {
    database.transactions().executeWithoutResult(_ -> audit.record(event(subject, details)));
  }

  private AuditEvent event(String subject, Map<String, Object> details) {
    return new AuditEvent(tenant, "ann@example.org", "settings.changed", subject, details);
  }

  private String mine() {
    return " and tenant_id = '" + tenant + "'";
  }

  /// As somebody with the database's own rights could.
  private static void tamper(String sql) {
    database
        .transactions()
        .executeWithoutResult(_ -> {
          execute("set local session_replication_role = replica");
          execute(sql);
        });
  }

  private static void execute(String sql) {
    database.jdbc().sql(sql).update();
  }
}
