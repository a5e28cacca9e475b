package io.agentportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditIT {
  private static final String LOGS = "/api/audit-logs";

  private static final String EXAMPLE =
      """
      [
        {
          "id": "128",
          "timestamp": "2026-03-10T11:59:58.123456Z",
          "event": "credential.replaced",
          "actor": "admin@northwind.example",
          "details": {"version": 2, "before": "••••••••9aZd", "after": "••••••••k3Zx"},
          "subject": "credential:whatsapp_token",
          "requestId": "7c4f0f0e-53c5-4b0f-8f5e-0a1f6a3f2b11",
          "address": "198.51.100.7"
        }
      ]
      """;

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@northwind.example");
  private final UUID tenant =
      UUID.fromString(admin.get("/api/auth/session").data().at("/session/tenantId").asString());

  @Test
  void listsWhoDidWhatNewestFirst() {
    portal.signIn("admin@northwind.example");

    Answer answer = admin.get(LOGS + "?pageSize=1");

    JsonNode newest = answer.data().at("/entries/0");
    assertThat(newest.path("event").asString()).isEqualTo("session.started");
    assertThat(newest.path("actor").asString()).isEqualTo("admin@northwind.example");
    assertThat(newest.path("requestId").asString()).isNotEmpty();
    assertThat(newest.path("address").asString()).startsWith("198.18.");
    assertThat(answer.data().at("/pagination/hasNext").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "action=session.started, session.started",
    "action=session, session.started",
    "actor=admin@northwind.example&action=session.started, session.started",
    "subject=user&action=session.started, session.started"
  })
  void findsByActionActorAndSubject(String query, String action) {
    List<String> found =
        admin.get(LOGS + "?" + query).data().path("entries").findValuesAsString("event");

    assertThat(found).contains(action).allMatch(each -> each.startsWith("session"));
  }

  @Test
  void findsByTime() {
    Answer before = admin.get(LOGS + "?to=2020-01-01T00:00:00Z");
    Answer since = admin.get(LOGS + "?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z");

    assertThat(before.data().path("entries").valueStream()).isEmpty();
    assertThat(since.data().path("entries").valueStream()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?from=yesterday", "?page=0", "?pageSize=101"})
  void refusesWhatNoListAnswers(String query) {
    assertThat(admin.get(LOGS + query).code()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void showsNothingOfAnotherTenant() {
    PortalClient other = portal.signIn("admin@contoso.example");

    assertThat(other.get(LOGS + "?pageSize=100").body()).doesNotContain("@northwind.example\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/export", "/verify"})
  void refusesAViewer(String path) {
    assertThat(portal.signIn("viewer@northwind.example").get(LOGS + path).code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void findsTheTrailIntact() {
    Answer answer = admin.get(LOGS + "/verify");

    assertThat(answer.data().path("intact").asBoolean()).as(answer.body()).isTrue();
    assertThat(answer.data().path("checked").asLong()).isPositive();
    assertThat(answer.data().path("headHash").asString()).hasSize(64);
  }

  @Test
  void saysWhichEntrySomebodyChangedBySql() {
    long changed =
        Long.parseLong(admin.get(LOGS + "?pageSize=1").data().at("/entries/0/id").asString());

    tamper("actor = actor || '!'", changed);
    Answer broken = admin.get(LOGS + "/verify");
    tamper("actor = rtrim(actor, '!')", changed);

    assertThat(broken.data().path("intact").asBoolean()).isFalse();
    assertThat(broken.data().at("/firstBroken/sequence").asLong()).isEqualTo(changed);
    assertThat(admin.get(LOGS + "/verify").data().path("intact").asBoolean()).isTrue();
  }

  @Test
  void exportsWhatTheOfflineCommandFindsIntact() throws IOException {
    Answer file = admin.get(LOGS + "/export");

    assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.header("Content-Disposition").orElseThrow()).contains("audit-log.csv");
    assertThat(AuditFileCheck.verify(new StringReader(file.body())))
        .isInstanceOfSatisfying(
            AuditVerification.Intact.class,
            intact ->
                assertThat(Long.toString(intact.entries()))
                    .isEqualTo(file.header("X-Total-Count").orElseThrow()));
  }

  @Test
  void recordsThatTheTrailWasTakenAway() {
    admin.get(LOGS + "/export?action=session");

    JsonNode newest = admin.get(LOGS + "?action=audit.exported").data().at("/entries/0");
    assertThat(newest.at("/details/action").asString()).isEqualTo("session");
  }

  @Test
  void takesTheRightToChangeEntriesFromTheServicesRole() {
    List<String> rights =
        portal
            .jdbc()
            .sql(
                """
                select g.privilege_type
                  from information_schema.role_table_grants g
                 where g.table_name = 'audit_entry'
                """)
            .query(String.class)
            .list();

    assertThat(rights).contains("INSERT", "SELECT").doesNotContain("UPDATE", "DELETE", "TRUNCATE");
  }

  @Test
  void showsTheExamples() {
    new ContractExamples()
        .replace("/data/entries", tree(EXAMPLE))
        .replace("/data/pagination/totalCount", 128)
        .replace("/data/pagination/totalPages", 128)
        .replace("/data/pagination/hasNext", true)
        .check("audit.list", admin.get(LOGS + "?pageSize=1").json());
    new ContractExamples()
        .replace("/data/checked", 128)
        .replace(
            "/data/headHash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        .check("audit.verify", admin.get(LOGS + "/verify").json());
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }

  /// As somebody with the rights of the database's owner could.
  private void tamper(String change, long sequence) {
    portal
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          var jdbc = portal.bean(JdbcClient.class);
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(
                  "update audit_entry set "
                      + change
                      + " where tenant_id = :tenant and sequence = :sequence")
              .param("tenant", tenant)
              .param("sequence", sequence)
              .update();
        });
  }
}
