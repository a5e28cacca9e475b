package io.agentportal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartnerHttpTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  /// What a partner does with one connection.
  private interface Behaviour {
    void with(Socket connection) throws IOException, InterruptedException;
  }

  private static HttpOutcome call(Behaviour behaviour, Duration timeout) throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://localhost:" + server.getLocalPort() + "/messages");
      Thread partner =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket connection = server.accept()) {
                  readRequest(connection);
                  behaviour.with(connection);
                } catch (IOException | InterruptedException _) {
                  // The client went away, which some of these tests want.
                }
              });
      try (PartnerHttp http = PartnerHttp.to(uri)) {
        return http.exchange(PartnerRequest.json("POST", uri, BODY).withTimeout(timeout));
      } finally {
        partner.interrupt();
        partner.join(Duration.ofSeconds(5));
      }
    }
  }

  private static void readRequest(Socket connection) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n{}")) {
      head.append((char) connection.getInputStream().read());
    }
  }

  private static void write(Socket connection, String answer) throws IOException {
    connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  @Test
  void givesTheAnswerWhateverItsStatus() throws Exception {
    HttpOutcome outcome =
        call(
            c ->
                write(
                    c, "HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nwait"),
            Duration.ofSeconds(5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.status()).isEqualTo(429);
              assertThat(answer.text()).isEqualTo("wait");
              assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
            });
  }

  @Test
  void isSureThatARefusedConnectionSentNothing() throws Exception {
    int closedPort;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = server.getLocalPort();
    }
    URI uri = URI.create("http://localhost:" + closedPort + "/");

    try (PartnerHttp http = PartnerHttp.to(uri)) {
      assertThat(http.exchange(PartnerRequest.json("POST", uri, BODY))).isInstanceOf(Unsent.class);
    }
  }

  @Test
  void isSureThatAnUnknownHostWasSentNothing() {
    URI uri = URI.create("http://nowhere.invalid/");

    try (PartnerHttp http = PartnerHttp.to(uri)) {
      assertThat(http.exchange(PartnerRequest.json("POST", uri, BODY))).isInstanceOf(Unsent.class);
    }
  }

  @Test
  void isUncertainWhenThePartnerReadsAndDoesNotAnswer() throws Exception {
    var never = new CountDownLatch(1);

    assertThat(call(_ -> never.await(), Duration.ofMillis(200))).isInstanceOf(Uncertain.class);
  }

  @Test
  void isUncertainWhenTheAnswerStallsInTheMiddle() throws Exception {
    var never = new CountDownLatch(1);

    HttpOutcome outcome =
        call(
            c -> {
              write(c, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
              never.await();
            },
            Duration.ofMillis(300));

    assertThat(outcome).isInstanceOf(Uncertain.class);
  }

  @Test
  void isUncertainWhenTheConnectionBreaksAfterTheRequest() throws Exception {
    HttpOutcome outcome =
        call(
            c -> {
              c.setSoLinger(true, 0);
              c.close();
            },
            Duration.ofSeconds(5));

    assertThat(outcome).isInstanceOf(Uncertain.class);
  }

  @Test
  void doesNotReadAnAnswerWithoutEnd() throws Exception {
    HttpOutcome outcome =
        call(
            c -> {
              write(c, "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n");
              String block = "x".repeat(65_536);
              for (int i = 0; i < 64; i++) {
                write(c, block);
              }
            },
            Duration.ofSeconds(5));

    assertThat(outcome).isInstanceOf(Uncertain.class);
  }

  @Test
  void callsNobodyButTheConfiguredPartners() {
    try (PartnerHttp http = PartnerHttp.to(URI.create("https://api.partner.example"))) {
      for (String other :
          new String[] {
            "https://api.partner.example:8443/",
            "http://api.partner.example/",
            "https://api.partner.example.evil.test/",
            "https://evil.test@169.254.169.254/"
          }) {
        assertThatThrownBy(() -> http.exchange(PartnerRequest.get(URI.create(other))))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void showsNeitherTokenNorQueryNorBodyOfARequest() {
    var request =
        PartnerRequest.json("POST", URI.create("https://api.partner.example/a?token=T1"), BODY)
            .withHeader("Authorization", "Bearer T2");

    assertThat(request.toString()).isEqualTo("POST https://api.partner.example/a");
  }
}
