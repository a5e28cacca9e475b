package io.agentsandbox.demo;

import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An administrator's sign-in: from the portal to the Genesys login page, through the form, and
/// back with a code.
final class SignIn {
  private final PortalClient portal;
  private final HttpClient http;

  SignIn(PortalClient portal, HttpClient http) {
    this.portal = portal;
    this.http = http;
  }

  /// Answers the session.
  JsonNode run(String email, String password) throws InterruptedException {
    String verifier = Ids.opaque(48);
    JsonNode init =
        portal.post(
            "/api/auth/login/init",
            Json.object()
                .put("codeChallenge", challenge(verifier))
                .put("redirectUri", portal.address("/callback").toString()));
    Map<String, String> result =
        authorized(URI.create(Json.text(init, "authUrl")), email, password);
    JsonNode answer =
        portal.post(
            "/api/auth/callback",
            Json.object()
                .put("code", result.get("code"))
                .put("state", result.get("state"))
                .put("codeVerifier", verifier));
    return answer.path("session");
  }

  /// Signs in at Genesys; answers what the browser is sent back with.
  Map<String, String> authorized(URI authUrl, String email, String password)
      throws InterruptedException {
    return query(authorize(authUrl, email, password));
  }

  private URI authorize(URI authUrl, String email, String password) throws InterruptedException {
    URI loginPage = authUrl.resolve(location(HttpRequest.newBuilder(authUrl).GET()));
    String form =
        "request=%s&email=%s&password=%s"
            .formatted(
                encode(query(loginPage).getOrDefault("request", "")),
                encode(email),
                encode(password));
    URI back =
        location(
            HttpRequest.newBuilder(authUrl.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    if (!query(back).containsKey("code")) {
      throw new DemoFailure("sign-in: no code in " + back, null);
    }
    return back;
  }

  private URI location(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<Void> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.discarding());
      return answer
          .headers()
          .firstValue("Location")
          .map(URI::create)
          .orElseThrow(() ->
              new DemoFailure(
                  "sign-in: %s answered %d".formatted(answer.uri(), answer.statusCode()), null));
    } catch (IOException e) {
      throw new DemoFailure("sign-in: " + e, e);
    }
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> values = new HashMap<>();
    for (String pair : String.valueOf(uri.getRawQuery()).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        values.put(pair.substring(0, equals), value);
      }
    }
    return values;
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
