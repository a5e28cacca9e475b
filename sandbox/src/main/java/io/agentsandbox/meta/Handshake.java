package io.agentsandbox.meta;

import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The verification of a callback: a GET with a random challenge that must come back, alone, with
/// status 200 in time.
///
/// Source: Meta, "Create a webhook endpoint" and "Webhook overrides" (address of at most 200
/// characters); the six seconds were observed.
final class Handshake {
  private static final int LONGEST_ADDRESS = 200;

  private final HttpClient client;
  private final LiveSettings settings;

  Handshake(HttpClient client, LiveSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /// Answers the verified address. Refuses with 2200 when the endpoint does not play along, with
  /// 100 when the address cannot be a callback.
  URI verify(String address, String verifyToken) throws InterruptedException {
    URI uri = callback(address);
    String challenge = Ids.hex();
    String query =
        "hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
    URI probe = URI.create(address + (uri.getRawQuery() == null ? "?" : "&") + query);
    HttpRequest request =
        HttpRequest.newBuilder(probe)
            .timeout(Duration.ofMillis(settings.meta().handshakeTimeoutMillis()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw failed("HTTP status code " + answer.statusCode());
      }
      if (!answer.body().equals(challenge)) {
        throw failed("the challenge did not come back");
      }
      return uri;
    } catch (IOException e) {
      throw failed(e.getClass().getSimpleName());
    }
  }

  /// Checks an address without calling it.
  static URI callback(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException _) {
      throw GraphRefusal.badParameter("The callback is not a valid address.");
    }
    boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
    if (!secure && !Loopback.isHttp(uri)) {
      throw GraphRefusal.badParameter("The callback must be an HTTPS address.");
    }
    if (address.length() > LONGEST_ADDRESS) {
      throw GraphRefusal.badParameter(
          "The callback is longer than " + LONGEST_ADDRESS + " characters.");
    }
    return uri;
  }

  private static GraphRefusal failed(String why) {
    return GraphRefusal.of(
        400, 2_200, "(#2200) Callback verification failed with the following errors: " + why, "");
  }
}
