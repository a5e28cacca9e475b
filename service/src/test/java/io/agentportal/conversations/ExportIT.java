package io.agentportal.conversations;

import static io.agentportal.conversations.ConversationRowsFixture.conversation;
import static io.agentportal.conversations.ConversationRowsFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportIT {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final String EXPORT = "/api/conversations/export";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@northwind.example");
  private final PortalClient viewer = portal.signIn("viewer@northwind.example");
  private final ConversationRowsFixture rows =
      new ConversationRowsFixture(portal.jdbc(), tenantOf(admin));

  /// A word that only this test's contacts have in their names.
  private final String family = "F" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void holdsAllColumnsInTheOrderOfTheApi() {
    UUID genesysId = UUID.randomUUID();
    UUID id = rows.insert(conversation("Ann " + family, "15550100401", NOON).genesysId(genesysId));

    Answer answer = admin.get(EXPORT + "?search=" + family);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .hasValueSatisfying(value ->
            assertThat(value).matches("attachment; filename=\"conversations-[^:]+\\.csv\""));
    assertThat(answer.header("X-Total-Count")).hasValue("1");
    assertThat(answer.body())
        .isEqualTo(
            "\uFEFFid,waId,contactName,conversationId,lastActivity,status,messageCount,createdAt,phone,userId,username,phoneNumberId,lastMessage,lastMessageDirection,lastMessageKind,windowExpiresAt,errorCode\r\n"
                + id
                + ",15550100401,Ann "
                + family
                + ","
                + genesysId
                + ",2026-03-10T12:00:00.000Z,active,1,2026-03-10T12:00:00.000Z,15550100401,,,"
                + "340000000000201,Good morning,inbound,text,2026-03-11T12:00:00.000Z,\r\n");
  }

  @Test
  void keepsFiltersAndOrderOfTheList() {
    for (String name : List.of("Bo", "Ann", "Cy")) {
      rows.insert(conversation(name + " " + family, phone(), NOON));
    }
    rows.insert(conversation("Di " + family, phone(), NOON).status("closed"));

    Answer answer =
        admin.get(EXPORT + "?status=active&sortBy=contactName&sortOrder=asc&search=" + family);

    assertThat(answer.header("X-Total-Count")).hasValue("3");
    assertThat(lines(answer))
        .extracting(line -> line.replaceFirst("^[^,]*,[^,]*,(\\w+).*", "$1"))
        .containsExactly("Ann", "Bo", "Cy");
  }

  @Test
  void makesFormulasHarmless() {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
      rows.insert(conversation(start + "cmd|' /C calc'!A0 " + family, phone(), NOON));
    }

    String body = admin.get(EXPORT + "?search=" + family).body();

    assertThat(body)
        .contains(
            ",'=cmd|", ",'+cmd|", ",'-cmd|", ",'@cmd|", ",'\tcmd|", ",\"'\rcmd|", ",\"'\ncmd|")
        .doesNotContain(",=", ",+", ",-", ",@", ",\t", ",\"\r", ",\"\n");
  }

  @Test
  void quotesWhatWouldBreakARow() {
    rows.insert(conversation("Ann, \"the\"\nLee " + family, phone(), NOON));

    assertThat(admin.get(EXPORT + "?search=" + family).body())
        .contains(",\"Ann, \"\"the\"\"\nLee " + family + "\",");
  }

  @Test
  void masksNumbersForAViewerAsTheListDoes() {
    rows.insert(conversation("Bo " + family, "4915198765678", NOON));

    String body = viewer.get(EXPORT + "?search=" + family).body();

    assertThat(body).contains(",•••••••••5678,Bo " + family).doesNotContain("4915198765");
  }

  @Test
  void findsById() {
    UUID id = rows.insert(conversation("Eve " + family, phone(), NOON));

    assertThat(lines(admin.get(EXPORT + "?search=" + id)))
        .singleElement()
        .asString()
        .contains(family);
    assertThat(lines(admin.get(EXPORT + "?search=" + UUID.randomUUID()))).isEmpty();
  }

  @Test
  void holdsNothingOfAnotherTenant() {
    rows.insert(conversation("Flo " + family, phone(), NOON));
    PortalClient stranger = portal.signIn("admin@contoso.example");

    assertThat(lines(stranger.get(EXPORT + "?search=" + family))).isEmpty();
  }

  @Test
  void refusesWhatTheListDoesNotKnow() {
    assertThat(admin.get(EXPORT + "?status=open").code()).isEqualTo("VALIDATION_FAILED");
    assertThat(portal.browser().get(EXPORT).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void holdsOneTranscript() {
    UUID id = rows.insert(conversation("Gil " + family, phone(), NOON));
    rows.insert(id, message("inbound", "=1+1", "delivered", NOON));
    rows.insert(id, message("outbound", "Hello, Gil", "", NOON.plusSeconds(9)).failed("131047"));
    PortalClient stranger = portal.signIn("admin@contoso.example");

    Answer answer = admin.get("/api/conversations/" + id + "/export");

    assertThat(lines(answer)).hasSize(2);
    assertThat(lines(answer).getFirst()).contains(",inbound,text,customer,", ",'=1+1,delivered,");
    assertThat(lines(answer).getLast()).contains(",\"Hello, Gil\",failed,", ",131047,");
    assertThat(stranger.get("/api/conversations/" + id + "/export").code()).isEqualTo("NOT_FOUND");
  }

  private static List<String> lines(Answer answer) {
    return answer.body().lines().skip(1).toList();
  }

  private static TenantId tenantOf(PortalClient browser) {
    return TenantId.parse(
        browser.get("/api/auth/session").data().path("session").path("tenantId").asString());
  }

  private static String phone() {
    return "1555" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000L);
  }
}
