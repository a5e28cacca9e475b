package io.agentportal.integration.checks;

import java.net.URI;
import java.net.URISyntaxException;

/// Foreign addresses as people may see them.
public final class Shown {
  private Shown() {}

  /// Scheme, host and path: a query or user part may hold somebody's secret.
  public static String address(String url) {
    try {
      URI uri = new URI(url);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getHost() == null
          ? "no address"
          : uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
    } catch (URISyntaxException _) {
      return "no address";
    }
  }
}
