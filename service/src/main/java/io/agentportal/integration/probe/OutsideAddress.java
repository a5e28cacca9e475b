package io.agentportal.integration.probe;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// A public address of ours, resolved once: whoever is called is who was checked, whatever the name
/// says a moment later.
///
/// @param base scheme, host and port count
/// @param address one that the host's name led to
public record OutsideAddress(URI base, InetAddress address) {

  public boolean isSecure() {
    return "https".equals(String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT));
  }

  public String host() {
    return String.valueOf(base.getHost());
  }

  public int port() {
    if (base.getPort() >= 0) {
      return base.getPort();
    }
    return isSecure() ? 443 : 80;
  }
}
