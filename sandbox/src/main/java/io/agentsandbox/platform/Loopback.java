package io.agentsandbox.platform;

import java.net.URI;
import java.util.Set;

/// Hosts of this machine. The partners' rule that a webhook lives on HTTPS, port 443, is waived for
/// them, so that the portal can be tried out without a certificate.
public final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private Loopback() {}

  /// A plain or secure HTTP address on this machine.
  public static boolean isHttp(URI uri) {
    return uri.getScheme() != null
        && uri.getScheme().startsWith("http")
        && uri.getHost() != null
        && HOSTS.contains(uri.getHost());
  }
}
