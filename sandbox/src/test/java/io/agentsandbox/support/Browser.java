package io.agentsandbox.support;

import io.agentsandbox.Sandbox;
import io.agentsandbox.world.OAuthClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Signs in as a browser does, and gets tokens as a backend does.
public final class Browser {
  public static final String REDIRECT = "http://localhost:3000/callback";
  public static final String VERIFIER = "a-verifier-of-the-right-length-0123456789-abcdef";

  private final Sandbox sandbox;
  private final Rest rest;

  public Browser(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.rest = new Rest(sandbox.baseUri());
  }

  /// `/oauth/authorize` of the login client with PKCE and `prompt=login`.
  public String authorizePath() {
    return "/oauth/authorize?response_type=code&prompt=login&state=s-1&code_challenge_method=S256"
        + "&client_id="
        + sandbox.loginClient().id()
        + "&redirect_uri="
        + encode(REDIRECT)
        + "&code_challenge="
        + challenge(VERIFIER);
  }

  /// Where the browser is sent after the form was posted.
  public URI signIn(String email) {
    return signIn(email, "password=" + sandbox.password());
  }

  /// The same with other fields in the form.
  public URI signIn(String email, String fields) {
    String location = rest.get(authorizePath()).header("Location").orElseThrow();
    String request = location.substring(location.indexOf("request=") + "request=".length());
    return URI.create(
        rest.form("/login", "request=" + request + "&email=" + encode(email) + "&" + fields)
            .header("Location")
            .orElseThrow());
  }

  public String code(String email) {
    String query = signIn(email).getRawQuery();
    return query.replaceAll(".*code=([^&]+).*", "$1");
  }

  /// An access token of a person.
  public String personToken(String email) {
    return exchange(code(email), VERIFIER).json().path("access_token").asString("");
  }

  public Rest.Answer exchange(String code, String verifier) {
    return rest.form(
        "/oauth/token",
        "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
            .formatted(code, encode(REDIRECT), verifier),
        "Authorization",
        basic(sandbox.loginClient()));
  }

  public String machineToken(OAuthClient client) {
    return rest.form(
            "/oauth/token", "grant_type=client_credentials", "Authorization", basic(client))
        .json()
        .path("access_token")
        .asString("");
  }

  public static String basic(OAuthClient client) {
    String pair = client.id() + ":" + client.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
