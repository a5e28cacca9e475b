package io.agentportal.integration.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.integration.Check;
import io.agentportal.integration.Check.Status;
import io.agentportal.integration.probe.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each of the checks of our own address, made to fail: by what answers there, or by its name.
class WebhookChecksIT {
  private static final URI SOMEWHERE = URI.create("http://login.invalid");

  private final TestedConnection connection = TestedConnection.deployed();
  private final SomebodyElse other = new SomebodyElse();

  @AfterEach
  void close() {
    other.close();
  }

  private Check failing(String id, String code) {
    Check check = connection.test().get(id);
    assertThat(check.status()).as("%s: %s", check.finding(), check.facts()).isEqualTo(Status.ERROR);
    assertThat(check.code()).isEqualTo(code);
    return check;
  }

  private static NameResolver always(String address) {
    return _ -> List.of(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://portal.example", "https://portal.example:8443", "http://10.0.0.5:3000"})
  void tellThatTheAddressIsNotOneForPartners(String publicUrl) {
    connection.loginUrl = SOMEWHERE;
    connection.publicUrl = URI.create(publicUrl);
    var asked = new AtomicInteger();
    connection.names =
        _ -> {
          asked.incrementAndGet();
          throw new UnknownHostException();
        };

    assertThat(failing("webhook.address", "not-https").advice()).contains("PORTAL_PUBLIC_URL");
    assertThat(asked).hasValue(0);
  }

  @Test
  void tellThatPartnersOnTheInternetCannotCallThisMachine() {
    connection.loginUrl = SOMEWHERE;

    assertThat(failing("webhook.address", "not-https").advice()).contains("the internet sees");
  }

  @Test
  void tellThatTheAddressIsTooLongForMeta() {
    connection.loginUrl = SOMEWHERE;
    connection.publicUrl = URI.create("https://" + "portal.".repeat(22) + "example");

    assertThat(failing("webhook.address", "too-long").facts().toString()).contains("Length");
  }

  @Test
  void tellThatTheNameIsUnknown() {
    connection.names =
        host -> {
          throw new UnknownHostException(host);
        };

    assertThat(failing("webhook.dns", "unknown-host").advice()).contains("DNS entry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.5",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.3.4",
        "192.168.1.1",
        "100.64.0.1",
        "::1",
        "fd00::1",
        "fe80::1",
        "::ffff:10.0.0.5"
      })
  void callNobodyInsideTheNetwork(String address) {
    connection.loginUrl = SOMEWHERE;
    connection.publicUrl = URI.create("https://portal.example");
    connection.names = always(address);

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("webhook.dns").code()).isEqualTo("inside-network");
    assertThat(checks.get("webhook.dns").advice()).contains("public address");
    assertThat(checks.values())
        .filteredOn(check -> "needs-webhook.dns".equals(check.code()))
        .extracting(Check::id)
        .containsExactlyInAnyOrder(
            "genesys.callback",
            "whatsapp.loop",
            "webhook.tls",
            "webhook.redirect",
            "webhook.latency",
            "webhook.handshake",
            "webhook.signature");
  }

  @Test
  void callWhomTheyJudgedEvenIfTheNameChangesItsMind() {
    var asked = new AtomicInteger();
    connection.names =
        _ ->
            List.of(
                InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.1"));

    TestedConnection.Results checks = connection.test();

    assertThat(asked).hasValue(1);
    assertThat(checks.get("webhook.handshake").status()).isEqualTo(Status.SUCCESS);
    assertThat(checks.get("genesys.callback").status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void tellThatTheCertificateIsNotTrusted() throws IOException, InterruptedException {
    connection.publicUrl = other.withSelfSignedCertificate();

    Check check = failing("webhook.tls", "tls-failed");

    assertThat(check.advice()).contains("public authority", "whole chain");
    assertThat(check.facts().toString()).contains("PKIX");
  }

  @Test
  void tellWhereARedirectLeads() throws IOException {
    connection.publicUrl = other.answering(302, "", "https://www.example/login?next=secret");

    Check check = failing("webhook.redirect", "redirects");

    assertThat(check.advice()).contains("pass /webhook on as it is");
    assertThat(check.facts().toString())
        .contains("https://www.example/login")
        .doesNotContain("secret");
  }

  @Test
  void tellThatSomebodyElseAnswers() throws IOException {
    connection.publicUrl = other.answering(200, "Welcome!", "");

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("webhook.redirect").code()).isEqualTo("somebody-else");
    assertThat(checks.get("webhook.redirect").advice()).contains("proxy or firewall");
    assertThat(checks.get("webhook.handshake").code()).isEqualTo("no-echo");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 500})
  void tellThatASignedCallDoesNotComeThrough(int status) throws IOException {
    connection.publicUrl = other.answering(status, "", "");

    assertThat(failing("webhook.signature", "not-taken").advice()).contains("POST on /webhook");
  }

  @Test
  void tellThatThePortalCannotBeReached() {
    connection.publicUrl = URI.create("http://localhost:1");

    TestedConnection.Results checks = connection.test();

    assertThat(checks.get("webhook.redirect").code()).isEqualTo("unreachable");
    assertThat(checks.get("webhook.latency").code()).isEqualTo("unreachable");
    assertThat(checks.get("webhook.handshake").advice()).contains("DNS, firewall and proxy");
  }

  @Test
  void tellThatThePortalAnswersSlowly() {
    var now = new AtomicLong();
    connection.nanos = () -> now.getAndAdd(2_000_000_000L);

    Check slow = connection.test().get("webhook.latency");

    assertThat(slow.status()).isEqualTo(Status.WARNING);
    assertThat(slow.advice()).contains("quarter of a second");
    assertThat(slow.facts().toString()).contains("2000 ms");
  }

  @Test
  void tellThatThePortalAnswersTooSlowlyForTheHandshake() {
    var now = new AtomicLong();
    connection.nanos = () -> now.getAndAdd(7_000_000_000L);

    assertThat(failing("webhook.latency", "too-slow").advice()).contains("proxies and firewalls");
  }
}
