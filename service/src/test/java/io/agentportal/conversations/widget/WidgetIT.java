package io.agentportal.conversations.widget;

import static io.agentportal.conversations.ConversationRowsFixture.conversation;
import static io.agentportal.conversations.ConversationRowsFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.conversations.ConversationRowsFixture;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WidgetIT {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final String TOKEN = "/api/widget/token?convId=";
  private static final String TRANSCRIPT = "/widget/transcript";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@northwind.example");
  private final TenantId northwind =
      TenantId.parse(
          admin.get("/api/auth/session").data().path("session").path("tenantId").asString());
  private final ConversationRowsFixture rows =
      new ConversationRowsFixture(portal.jdbc(), northwind);
  private final UUID id = rows.insert(conversation("Ann", phone(), NOON));

  @Test
  void showsTheTranscriptToWhoeverHasTheToken() {
    rows.insert(id, message("inbound", "Good morning", "delivered", NOON));

    Answer answer = read(token(admin, "portal"), "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("messages").findValuesAsString("text"))
        .containsExactly("Good morning");
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
  }

  @Test
  void walksToOlderMessages() {
    for (int i = 0; i < 60; i++) {
      rows.insert(id, message("inbound", "text " + i, "delivered", NOON.plusSeconds(i)));
    }
    String token = token(admin, "portal");

    Answer newest = read(token, "");
    Answer older = read(token, "?cursor=" + newest.data().path("nextCursor").asString());

    assertThat(newest.data().path("messages")).hasSize(50);
    assertThat(older.data().path("messages")).hasSize(10);
    assertThat(older.data().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void doesNotTakeASessionForAToken() {
    assertThat(admin.get(TRANSCRIPT).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(read("", "").code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void refusesATokenThatWasChanged() {
    String token = token(admin, "portal");
    int middle = token.length() / 2;
    char changed = token.charAt(middle) == 'A' ? 'B' : 'A';

    assertThat(
            read(token.substring(0, middle) + changed + token.substring(middle + 1), "").status())
        .isEqualTo(401);
    assertThat(read("AAAA" + token.substring(4), "").status()).isEqualTo(401);
    assertThat(read("x".repeat(5_000), "").status()).isEqualTo(401);
    assertThat(read("%%%", "").status()).isEqualTo(401);
  }

  @Test
  void refusesATokenThatIsOver() {
    String over =
        portal
            .bean(WidgetTokens.class)
            .issue(new WidgetGrant(northwind, id, Role.ADMIN, portal.bean(Clock.class).instant()));

    assertThat(read(over, "").code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void givesNobodyATokenForAnotherTenantsConversation() {
    PortalClient stranger = portal.signIn("admin@contoso.example");

    assertThat(stranger.get(TOKEN + id).code()).isEqualTo("NOT_FOUND");
    assertThat(portal.browser().get(TOKEN + id).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(admin.get(TOKEN + id + "&mode=window").code()).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void masksNumbersForAViewersToken() {
    UUID stranger = rows.insert(conversation("+49 1511 2345678", phone(), NOON));
    rows.insert(stranger, message("inbound", "Hello", "delivered", NOON));
    PortalClient viewer = portal.signIn("viewer@northwind.example");
    String token = viewer.get(TOKEN + stranger).data().path("token").asString();

    assertThat(read(token, "").body()).contains("5678").doesNotContain("1511 234");
  }

  @Test
  void putsItsPageIntoASandboxWithoutAnOrigin() {
    assumeTrue(WidgetIT.class.getResource("/static/widget.html") != null, "console not built");

    Answer page = portal.browser().get("/widget?convId=" + id + "&mode=portal");

    assertThat(page.header("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .startsWith("sandbox allow-scripts; default-src 'none'; script-src 'self'")
                .endsWith("frame-ancestors 'self'")
                .doesNotContain("allow-same-origin"));
  }

  private String token(PortalClient browser, String mode) {
    return browser.get(TOKEN + id + "&mode=" + mode).data().path("token").asString();
  }

  private Answer read(String token, String query) {
    return portal
        .browser()
        .with("Authorization", "Bearer " + token)
        .with("Origin", "null")
        .get(TRANSCRIPT + query);
  }

  private static String phone() {
    return "1555" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000L);
  }
}
