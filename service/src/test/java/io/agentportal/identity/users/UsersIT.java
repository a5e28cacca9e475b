package io.agentportal.identity.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import io.agentportal.identity.confirmation.Confirmations;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersIT {
  private static final String ADMIN = "admin@contoso.example";
  private static final String VIEWER = "viewer@contoso.example";
  private static final String NO_OVERRIDE = "{\"role\":null}";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn(ADMIN);
  private final PortalClient viewer = portal.signIn(VIEWER);

  @AfterEach
  void letsGenesysDecideAgain() {
    portal
        .jdbc()
        .sql("update portal_user set role_override = null where email like '%@contoso.example'")
        .update();
  }

  @Test
  void listsWhoSignedIn() {
    Answer answer = admin.get("/api/users");

    assertThat(answer.data().path("users").findValuesAsString("email")).contains(ADMIN, VIEWER);
    assertThat(user(VIEWER).path("role").asString()).isEqualTo("viewer");
    assertThat(user(VIEWER).path("roleSource").asString()).isEqualTo("genesys");
    new ContractExamples()
        .replace("/data/users/0/lastSeenAt", "2026-03-10T11:58:00Z")
        .replace("/data/users/1/lastSeenAt", "2026-03-09T16:20:00Z")
        .check("users.list", answer.json());
  }

  @Test
  void givesAViewerTheRoleOfAnAdminAtOnce() {
    decide(VIEWER, "{\"role\":\"admin\"}");

    assertThat(viewer.get("/api/users").status()).isEqualTo(200);
    assertThat(user(VIEWER).path("roleSource").asString()).isEqualTo("override");
  }

  @Test
  void keepsTheDecisionAtTheNextLogin() {
    decide(VIEWER, "{\"role\":\"admin\"}");

    Answer login = portal.signIn(portal.browser(), VIEWER);

    assertThat(login.data().at("/session/user/role").asString()).isEqualTo("admin");
  }

  @Test
  void givesTheDecisionBackToGenesys() {
    decide(VIEWER, "{\"role\":\"admin\"}");

    decide(VIEWER, NO_OVERRIDE);

    assertThat(viewer.get("/api/users").code()).isEqualTo("FORBIDDEN");
    assertThat(user(VIEWER).path("roleSource").asString()).isEqualTo("genesys");
  }

  @Test
  void keepsTheLastAdmin() {
    Answer answer = decide(ADMIN, "{\"role\":\"viewer\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("LAST_ADMIN");
    assertThat(user(ADMIN).path("role").asString()).isEqualTo("admin");
  }

  @Test
  void recordsWhoDecidedWhat() {
    decide(VIEWER, "{\"role\":\"admin\"}");

    assertThat(newestDetails("role.changed"))
        .hasValueSatisfying(details ->
            assertThat(details).contains(VIEWER, "viewer by Genesys", "admin by an admin"));
  }

  @Test
  void refusesAViewerAndRecordsThat() {
    assertThat(viewer.get("/api/users").code()).isEqualTo("FORBIDDEN");

    assertThat(newestDetails("request.refused"))
        .hasValueSatisfying(details -> assertThat(details).contains("GET /api/users"));
  }

  @Test
  void knowsNobodyOfAnotherTenant() {
    PortalClient elsewhere = portal.signIn("admin@northwind.example");
    String id = user(VIEWER).path("id").asString();
    String token = portal.confirm(elsewhere, "change-role", "admin@northwind.example");

    Answer answer =
        elsewhere
            .with(Confirmations.HEADER, token)
            .put("/api/users/" + id + "/role", "{\"role\":\"admin\"}");

    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void refusesARoleThatDoesNotExist() {
    Answer answer = decide(VIEWER, PortalTest.json(Map.of("role", "owner")));

    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
  }

  private Answer decide(String email, String body) {
    return admin
        .with(Confirmations.HEADER, portal.confirm(admin, "change-role", ADMIN))
        .put("/api/users/" + user(email).path("id").asString() + "/role", body);
  }

  private JsonNode user(String email) {
    return admin
        .get("/api/users")
        .data()
        .path("users")
        .valueStream()
        .filter(each -> each.path("email").asString().equals(email))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> newestDetails(String action) {
    return portal
        .jdbc()
        .sql(
            """
            select e.details::text
              from audit_entry e
             where e.action = :action
             order by e.at desc
             limit 1
            """)
        .param("action", action)
        .query(String.class)
        .optional();
  }
}
