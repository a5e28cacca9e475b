package io.agentportal.conversations;

import static io.agentportal.conversations.ConversationRowsFixture.conversation;
import static io.agentportal.conversations.ConversationRowsFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsIT {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final String LIST = "/api/conversations";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@northwind.example");
  private final PortalClient viewer = portal.signIn("viewer@northwind.example");
  private final TenantId northwind = tenantOf(admin);
  private final ConversationRowsFixture rows =
      new ConversationRowsFixture(portal.jdbc(), northwind);

  /// A word that only this test's contacts have in their names.
  private final String family = "F" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void listsConversationsPageByPage() {
    for (int i = 0; i < 3; i++) {
      rows.insert(conversation("Ann " + family + " " + i, phone(), NOON.plusSeconds(i)));
    }

    Answer first = admin.get(LIST + "?pageSize=2&search=" + family);
    Answer past = admin.get(LIST + "?pageSize=2&page=3&search=" + family);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.data().path("conversations").findValuesAsString("contactName"))
        .containsExactly("Ann " + family + " 2", "Ann " + family + " 1");
    assertThat(first.data().path("pagination").path("totalCount").asInt()).isEqualTo(3);
    assertThat(first.data().path("pagination").path("hasNext").asBoolean()).isTrue();
    assertThat(past.data().path("conversations").size()).isZero();
    assertThat(past.data().path("pagination").path("hasNext").asBoolean()).isFalse();
    assertThat(past.data().path("pagination").path("hasPrevious").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=one",
        "page=99999999999",
        "pageSize=0",
        "pageSize=101",
        "status=open",
        "sortBy=name",
        "direction=up",
        "from=yesterday",
        "to=2026-03-10",
        "errorCode=%00",
        "sortOrder=up",
        "search=%00",
        "search=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            + "aaaaaaaaaaaaaaaaaaaa"
      })
  void refusesWhatTheListDoesNotKnow(String query) {
    Answer answer = admin.get(LIST + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.json().path("error").path("details").path("fields").get(0).path("field"))
        .hasToString("\"" + query.substring(0, query.indexOf('=')) + "\"");
  }

  @Test
  void asksForALogin() {
    assertThat(portal.browser().get(LIST).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(portal.browser().get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(401);
  }

  @Test
  void changesNothingOnThisAddress() {
    assertThat(admin.post(LIST, "{}").code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void masksPhoneNumbersForAViewer() {
    UUID id = rows.insert(conversation("Bo " + family, "4915112345678", NOON));

    var row = viewer.get(LIST + "?search=" + family).data().at("/conversations/0");

    assertThat(row.path("waId").asString()).isEqualTo("•••••••••5678");
    assertThat(row.path("phone").asString()).isEqualTo("•••••••••5678");
    assertThat(row.path("contactName").asString()).isEqualTo("Bo " + family);
    assertThat(viewer.get(LIST + "/" + id).body()).doesNotContain("4915112345");
    assertThat(admin.get(LIST + "/" + id).data().path("phone").asString())
        .isEqualTo("4915112345678");
  }

  @Test
  void showsAConversationByEitherId() {
    UUID genesysId = UUID.randomUUID();
    UUID id = rows.insert(conversation("Cy " + family, phone(), NOON).genesysId(genesysId));

    assertThat(admin.get(LIST + "/" + id).data().path("id").asString()).isEqualTo(id.toString());
    assertThat(admin.get(LIST + "/" + genesysId).data().path("id").asString())
        .isEqualTo(id.toString());
  }

  @Test
  void knowsNothingOfAnotherTenantsConversation() {
    UUID genesysId = UUID.randomUUID();
    TenantId contoso = tenantOf(portal.signIn("admin@contoso.example"));
    UUID id =
        new ConversationRowsFixture(portal.jdbc(), contoso)
            .insert(conversation("Di " + family, phone(), NOON).genesysId(genesysId));

    assertThat(admin.get(LIST + "/" + id).code()).isEqualTo("NOT_FOUND");
    assertThat(admin.get(LIST + "/" + genesysId).code()).isEqualTo("NOT_FOUND");
    assertThat(admin.get(LIST + "/" + id + "/messages").code()).isEqualTo("NOT_FOUND");
    assertThat(admin.get(LIST + "/not-an-id").code()).isEqualTo("NOT_FOUND");
    assertThat(admin.get(LIST + "?search=" + id).data().path("conversations").size()).isZero();
  }

  @Test
  void walksATranscriptFromItsEnd() {
    UUID id = rows.insert(conversation("Eve " + family, phone(), NOON));
    for (int i = 1; i <= 5; i++) {
      rows.insert(id, message("inbound", "text " + i, "delivered", NOON.plusSeconds(i)));
    }

    Answer newest = admin.get(LIST + "/" + id + "/messages?limit=2");
    String cursor = newest.data().path("nextCursor").asString();
    Answer older = admin.get(LIST + "/" + id + "/messages?limit=3&cursor=" + cursor);

    assertThat(newest.data().path("messages").findValuesAsString("text"))
        .containsExactly("text 4", "text 5");
    assertThat(older.data().path("messages").findValuesAsString("text"))
        .containsExactly("text 1", "text 2", "text 3");
    assertThat(older.data().path("nextCursor").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "cursor=%27", "cursor=1-1-1-1-1"})
  void refusesWhatATranscriptDoesNotKnow(String query) {
    UUID id = rows.insert(conversation("Flo " + family, phone(), NOON));

    assertThat(admin.get(LIST + "/" + id + "/messages?" + query).code())
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void agreesWithTheExamplesOfTheContract() {
    portal.jdbc().sql("delete from conversation where contact_name = 'Zelda Example'").update();
    UUID id =
        rows.insert(conversation("Zelda Example", phone(), NOON).genesysId(UUID.randomUUID()));
    rows.insert(id, message("inbound", "Good morning", "delivered", NOON));
    UUID answer =
        rows.insert(id, message("outbound", "How can I help?", "sent", NOON.plusSeconds(20)));
    rows.step(answer, "sent", 1, NOON.plusSeconds(21));
    rows.insert(id, message("outbound", "Still there?", "", NOON.plusSeconds(90)).failed("131047"));
    portal
        .bean(AuditTrail.class)
        .record(
            new AuditEvent(
                northwind,
                "conversations",
                "conversation.closed",
                "conversation:" + id,
                Map.of("reason", "idle")));

    new ContractExamples()
        .replace("/data/conversations/0/phone", "15550100299")
        .replace("/data/conversations/0/waId", "15550100299")
        .check("conversations.list", admin.get(LIST + "?search=Zelda%20Example").json());
    new ContractExamples()
        .replace("/data/phone", "15550100299")
        .replace("/data/waId", "15550100299")
        .replace("/data/auditTrail/0/id", "17")
        .replace("/data/auditTrail/0/timestamp", "2026-03-13T12:00:00Z")
        .check("conversations.detail", admin.get(LIST + "/" + id).json());
    new ContractExamples()
        .check("conversations.messages", admin.get(LIST + "/" + id + "/messages").json());
  }

  private static TenantId tenantOf(PortalClient browser) {
    return TenantId.parse(
        browser.get("/api/auth/session").data().path("session").path("tenantId").asString());
  }

  private static String phone() {
    return "1555" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000L);
  }
}
