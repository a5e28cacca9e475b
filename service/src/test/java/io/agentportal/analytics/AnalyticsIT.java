package io.agentportal.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsIT {
  private static final String DASHBOARD = "/api/analytics/dashboard";

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@contoso.example");
  private final PortalClient viewer = portal.signIn("viewer@contoso.example");

  @Test
  void showsTheDashboardToAdminsAndViewers() {
    assertThat(admin.get(DASHBOARD).status()).isEqualTo(200);
    assertThat(viewer.get(DASHBOARD).data().path("charts").path("messageVolume").size())
        .isEqualTo(48);
  }

  @Test
  void sendsTheDashboardOnlyOnceWhileNothingChanges() {
    Answer first = admin.get(DASHBOARD);
    String tag = first.header("ETag").orElseThrow();

    Answer again = admin.with("If-None-Match", tag).get(DASHBOARD);

    assertThat(tag).startsWith("W/");
    assertThat(first.header("Cache-Control")).hasValue("no-cache, private");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"messages,180", "delivery,90", "failures,0"})
  void givesSeriesOfUpTo90Days(String series, int points) {
    Answer answer = admin.get("/api/analytics/" + series + "?days=90");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().size()).isEqualTo(points);
    assertThat(admin.get("/api/analytics/" + series).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages?days=0", "delivery?days=91", "failures?days=week"})
  void refusesOtherSpans(String query) {
    Answer answer = admin.get("/api/analytics/" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dashboard", "messages", "delivery", "failures"})
  void asksForALogin(String series) {
    assertThat(portal.browser().get("/api/analytics/" + series).code())
        .isEqualTo("UNAUTHENTICATED");
  }
}
