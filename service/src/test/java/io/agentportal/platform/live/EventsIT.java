package io.agentportal.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.ContractExamples;
import io.agentportal.PortalClient;
import io.agentportal.PortalTest;
import io.agentportal.platform.tenancy.TenantId;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PortalTest portal = PortalTest.running();
  private final PortalClient admin = portal.signIn("admin@northwind.example");
  private final TenantId northwind =
      TenantId.parse(
          admin.get("/api/auth/session").data().path("session").path("tenantId").asString());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  @AfterEach
  void hangUp() {
    http.shutdownNow();
  }

  @Test
  void tellsAnOpenConsoleWhatChanged() throws Exception {
    HttpResponse<InputStream> stream = listen();
    await().atMost(PATIENCE).until(() -> lines.contains("event: ready"));
    UUID conversation = UUID.randomUUID();

    portal.bean(LiveUpdates.class).changed(northwind, List.of(conversation));

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> lines.stream().anyMatch(line -> line.contains(conversation.toString())));
    assertThat(lines).startsWith("retry: 2000").contains("event: activity");
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
    String data =
        lines.stream().filter(l -> l.contains(conversation.toString())).findFirst().orElseThrow();
    new ContractExamples()
        .replace("/at", "2026-03-10T12:00:00Z")
        .check("events.activity", JsonMapper.shared().readTree(data.substring("data: ".length())));
  }

  @Test
  void saysNothingOfAnotherTenant() throws Exception {
    listen();
    await().atMost(PATIENCE).until(() -> lines.contains("event: ready"));
    UUID own = UUID.randomUUID();
    UUID foreign = UUID.randomUUID();

    portal.bean(LiveUpdates.class).changed(new TenantId(UUID.randomUUID()), List.of(foreign));
    portal.bean(LiveUpdates.class).changed(northwind, List.of(own));

    await()
        .atMost(PATIENCE)
        .until(() -> lines.stream().anyMatch(line -> line.contains(own.toString())));
    assertThat(lines).noneMatch(line -> line.contains(foreign.toString()));
  }

  @Test
  void endsWithTheSession() throws Exception {
    listen();
    await().atMost(PATIENCE).until(() -> lines.contains("event: ready"));

    admin.post("/api/auth/logout", null);

    await().atMost(PATIENCE).until(() -> lines.contains("(end)"));
    assertThat(lines).contains("event: session-ended");
  }

  @Test
  void asksForALogin() {
    assertThat(portal.browser().get("/api/events").code()).isEqualTo("UNAUTHENTICATED");
  }

  private HttpResponse<InputStream> listen() throws Exception {
    var request =
        HttpRequest.newBuilder(portal.baseUri().resolve("/api/events"))
            .header("Accept", "text/event-stream")
            .header("Accept-Encoding", "gzip")
            .header(
                "Cookie",
                "AGENT_PORTAL_SESSION=" + admin.cookie("AGENT_PORTAL_SESSION").orElseThrow())
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    Thread.ofVirtual().start(() -> read(response.body()));
    return response;
  }

  private void read(InputStream body) {
    try (Stream<String> read =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines()) {
      read.forEach(lines::add);
      lines.add("(end)");
    } catch (UncheckedIOException e) {
      lines.add("(broken)"); // the test hung up
    }
  }
}
