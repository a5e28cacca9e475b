package io.agentportal.identity;

import io.agentportal.platform.db.StartException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// From where the console of this deployment is used: its public URL, what the settings add, and
/// for a deployment on `http://localhost` the other name of that machine and Vite's server.
@Component
public class PublicOrigins {
  /// Where Genesys sends the browser back to, on each origin.
  static final String CALLBACK_PATH = "/callback";

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");
  private static final String VITE_PORT = "5173";

  private final Set<String> origins = new LinkedHashSet<>();
  private final String publicUrl;
  private final boolean local;

  PublicOrigins(@Value("${portal.public-url}") URI publicUrl, LoginProperties properties) {
    check(publicUrl);
    this.local = "http".equals(publicUrl.getScheme()) && LOOPBACK.contains(publicUrl.getHost());
    this.publicUrl = publicUrl.toString();
    origins.add(origin(publicUrl));
    properties.extraOrigins().stream().map(PublicOrigins::origin).forEach(origins::add);
    if (local) {
      String port = publicUrl.getPort() < 0 ? "80" : Integer.toString(publicUrl.getPort());
      for (String host : LOOPBACK) {
        for (String each : Arrays.asList(port, VITE_PORT)) {
          origins.add(origin(URI.create("http://" + host + ":" + each)));
        }
      }
    }
  }

  /// @param origin as browsers send it: scheme, host and a port that is not the usual one
  boolean contains(String origin) {
    return origins.contains(origin);
  }

  /// Whether the address is exactly the callback on one of the origins.
  boolean isCallback(String uri) {
    return isPage(uri, CALLBACK_PATH);
  }

  /// Whether the address is exactly that page on one of the origins.
  ///
  /// @param path begins with `/`
  public boolean isPage(String uri, String path) {
    return uri.endsWith(path) && origins.contains(uri.substring(0, uri.length() - path.length()));
  }

  /// An address of the console on the public URL.
  ///
  /// @param path begins with `/`
  String address(String path) {
    return publicUrl + path;
  }

  /// Whether people reach this deployment by plain HTTP on their own machine, where browsers refuse
  /// cookies marked `Secure`.
  boolean isPlainLocalhost() {
    return local;
  }

  /// Our addresses are made by adding a path to it, so that it must end with host or port.
  private static void check(URI publicUrl) {
    boolean isOrigin =
        Set.of("http", "https").contains(String.valueOf(publicUrl.getScheme()))
            && publicUrl.getHost() != null
            && publicUrl.getUserInfo() == null
            && publicUrl.getRawPath().isEmpty()
            && publicUrl.getRawQuery() == null
            && publicUrl.getRawFragment() == null;
    if (!isOrigin) {
      throw new StartException(
          "portal.public-url (PORTAL_PUBLIC_URL) is not the origin of a web address: " + publicUrl,
          "Write scheme, host and, if it is not the usual one, port, without a slash or anything else"
              + " after it: https://portal.example");
    }
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean usualPort = uri.getPort() < 0 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + host + (usualPort ? "" : ":" + uri.getPort());
  }
}
