package io.agentportal.integration.checks;

import io.agentportal.integration.probe.NameResolver;
import io.agentportal.integration.probe.OutsideAddress;
import io.agentportal.integration.probe.OutsideCall;
import io.agentportal.integration.probe.OutsideCall.Answer;
import io.agentportal.platform.client.InsideNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// The checks of our own public address, from outside in, as far as a call from this machine can
/// see it. The name is resolved once and every later call goes to the address that was judged.
final class WebhookChecks {
  static final String DNS = "webhook.dns";
  private static final String ADDRESS = "webhook.address";

  /// Of a callback override at Meta.
  private static final int LONGEST_ADDRESS = 200;

  private static final int HTTPS = 443;
  private static final int MEASUREMENTS = 3;
  private static final Duration SLOW = Duration.ofSeconds(1);

  /// After which Meta was seen to give a handshake up.
  private static final Duration TOO_SLOW = Duration.ofSeconds(6);

  private static final Duration RENEWAL = Duration.ofDays(14);

  private final Subject subject;
  private final OutsideCall calls;
  private final NameResolver names;
  private final Clock clock;
  private final LongSupplier nanos;
  private volatile @Nullable OutsideAddress resolved;

  /// @param nanos a running time, as of `System.nanoTime`
  WebhookChecks(
      Subject subject, OutsideCall calls, NameResolver names, Clock clock, LongSupplier nanos) {
    this.subject = subject;
    this.calls = calls;
    this.names = names;
    this.clock = clock;
    this.nanos = nanos;
  }

  List<NamedCheck> all() {
    return List.of(
        NamedCheck.of(ADDRESS, this::address),
        NamedCheck.of(DNS, this::dns, ADDRESS),
        NamedCheck.of("webhook.tls", this::tls, DNS),
        NamedCheck.of("webhook.redirect", this::redirect, DNS),
        NamedCheck.of("webhook.latency", this::latency, DNS));
  }

  /// After the check of the name.
  OutsideAddress resolved() {
    return Objects.requireNonNull(resolved);
  }

  private Verdict address() {
    URI url = subject.publicUrl();
    if (subject.isOnOneMachine()) {
      return Verdict.success("Portal and partners are on this machine, as in the demo.")
          .with("Address", subject.urls().meta());
    }
    String host = String.valueOf(url.getHost());
    if (!"https".equals(url.getScheme()) || (url.getPort() != -1 && url.getPort() != HTTPS)) {
      return Verdict.error(
              "not-https",
              "The portal's public address is not https on port 443, as both partners demand.",
              "Ask whoever runs this portal to set portal.public-url (PORTAL_PUBLIC_URL) to the"
                  + " https address that the internet sees.")
          .with("Address", Shown.address(url.toString()));
    }
    if (subject.urls().meta().length() > LONGEST_ADDRESS) {
      return Verdict.error(
              "too-long",
              "The webhook's address is longer than the 200 characters that Meta takes.",
              "Ask whoever runs this portal for a shorter portal.public-url.")
          .with("Length", Integer.toString(subject.urls().meta().length()));
    }
    return Verdict.success("The address has the form that both partners demand.")
        .with("Host", host);
  }

  private Verdict dns() {
    URI url = subject.publicUrl();
    String host = String.valueOf(url.getHost());
    List<InetAddress> found;
    try {
      found = names.resolve(host);
    } catch (UnknownHostException _) {
      return Verdict.error(
              "unknown-host",
              "The portal's public name cannot be resolved.",
              "Check the DNS entry of the name.")
          .with("Host", host);
    }
    String shown =
        found.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    if (found.isEmpty()
        || (!subject.isOnOneMachine() && found.stream().anyMatch(InsideNetwork::contains))) {
      return Verdict.error(
              "inside-network",
              "The portal's public name leads into a private network, where no partner can call"
                  + " it. It was not called.",
              "Give the name a public address in DNS; this server may need to see that one, too.")
          .with("Host", host)
          .with("Addresses", shown);
    }
    resolved = new OutsideAddress(url, found.getFirst());
    return Verdict.success("The name is resolved.").with("Host", host).with("Addresses", shown);
  }

  private Verdict tls() {
    OutsideAddress to = resolved();
    if (!to.isSecure()) {
      return Verdict.skipped("plain-http", "No TLS on this machine's own address.");
    }
    try {
      SSLSession session = calls.handshake(to);
      var leaf = (X509Certificate) session.getPeerCertificates()[0];
      Instant until = leaf.getNotAfter().toInstant();
      Verdict verdict =
          until.isAfter(clock.instant().plus(RENEWAL))
              ? Verdict.success("The certificate is trusted and its chain is complete.")
              : Verdict.warning(
                  "certificate-ends", "The certificate ends in less than 14 days.", "Renew it.");
      return verdict
          .with("Valid until", LocalDate.ofInstant(until, ZoneOffset.UTC).toString())
          .with("Issued by", leaf.getIssuerX500Principal().getName())
          .with("Protocol", session.getProtocol());
    } catch (IOException e) {
      return untrusted(e);
    }
  }

  private static Verdict untrusted(IOException failure) {
    return Verdict.error(
            "tls-failed",
            "No trusted TLS connection can be made.",
            "Install a certificate of a public authority for this very name, with its whole chain;"
                + " Meta takes no self-signed ones.")
        .with("Reason", String.valueOf(failure.getMessage()));
  }

  private Verdict redirect() {
    try {
      Answer answer = calls.get(resolved(), path(subject.urls().meta()));
      if (answer.status() >= 300 && answer.status() < 400) {
        return Verdict.error(
                "redirects",
                "The webhook's address answers with a redirect, which no partner follows.",
                "Let the proxy in front of the portal pass /webhook on as it is, or put the final"
                    + " address into portal.public-url.")
            .with("To", Shown.address(answer.header("location").orElse("")));
      }
      // Without the verify token the portal itself answers 403 and nothing else.
      return answer.status() == 403 && answer.body().isEmpty()
          ? Verdict.success("The portal itself answers at its address.")
          : Verdict.error(
                  "somebody-else",
                  "Somebody else answers at the webhook's address.",
                  "Check where the proxy or firewall in front of the portal sends /webhook.")
              .with("Status", Integer.toString(answer.status()));
    } catch (IOException e) {
      return unreachable(e);
    }
  }

  private Verdict latency() {
    long[] millis = new long[MEASUREMENTS];
    try {
      for (int i = 0; i < MEASUREMENTS; i++) {
        long begunNanos = nanos.getAsLong();
        calls.get(resolved(), path(subject.urls().meta()));
        millis[i] = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begunNanos);
      }
    } catch (IOException e) {
      return unreachable(e);
    }
    Arrays.sort(millis);
    long median = millis[MEASUREMENTS / 2];
    Verdict verdict =
        median < SLOW.toMillis()
            ? Verdict.success("The portal answers fast enough.")
            : median < TOO_SLOW.toMillis()
                ? Verdict.warning(
                    "slow",
                    "The portal answers slowly.",
                    "Meta wants answers within a quarter of a second; look at the way to the"
                        + " portal.")
                : Verdict.error(
                    "too-slow",
                    "The portal answers too slowly for Meta's handshake.",
                    "Look at the proxies and firewalls on the way to the portal.");
    return verdict.with("Time of an answer", median + " ms");
  }

  static Verdict unreachable(IOException failure) {
    return Verdict.error(
            "unreachable",
            "The portal cannot be reached at its public address.",
            "Check DNS, firewall and proxy; partners on the internet must reach this address.")
        .with("Reason", String.valueOf(failure.getMessage()));
  }

  static String path(String url) {
    return URI.create(url).getRawPath();
  }
}
