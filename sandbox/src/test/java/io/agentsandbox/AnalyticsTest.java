package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.support.Rest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnalyticsTest extends GenesysTest {
  private static final String QUERY = "/api/v2/analytics/conversations/details/query";

  @Test
  void listsTheConversationsOfAnAddress() {
    String conversation = write("wamid.1");

    var found = ask(genesys, CONTACT).json();
    var others = ask(genesys, "+1").json();

    assertThat(found.path("totalHits").asInt()).isEqualTo(1);
    assertThat(found.path("conversations").path(0).path("conversationId").asString())
        .isEqualTo(conversation);
    assertThat(others.path("totalHits").asInt()).isZero();
  }

  @Test
  void refusesWhoLacksThePermission() {
    Rest viewer = rest.with(browser.personToken("viewer@northwind.example"));

    Rest.Answer answer = ask(viewer, CONTACT);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("message").asString())
        .contains("[analytics:conversationDetail:view]");
  }

  @Test
  void refusesAQueryWithoutInterval() {
    assertThat(genesys.post(QUERY, "{}").status()).isEqualTo(400);
  }

  private static Rest.Answer ask(Rest as, String address) {
    Instant now = Instant.now();
    return as.post(
        QUERY,
        """
        {"interval":"%s/%s","order":"desc","paging":{"pageSize":25,"pageNumber":1},
         "segmentFilters":[{"type":"and","predicates":[
          {"dimension":"mediaType","value":"message"},{"dimension":"addressFrom","value":"%s"}]}]}
        """
            .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), address));
  }
}
