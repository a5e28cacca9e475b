package io.agentsandbox.demo;

import io.agentsandbox.platform.Json;
import io.agentsandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Rotates the webhook secret in a portal as the world's administrator: signs in, confirms by a
/// second sign-in, and asks for it.
public final class SecretRotation {
  private final PortalClient portal;
  private final SignIn signIn;
  private final World world;
  private final String password;

  public SecretRotation(HttpClient http, URI portal, World world, String password) {
    this.portal = new PortalClient(http, portal);
    this.signIn = new SignIn(this.portal, http);
    this.world = world;
    this.password = password;
  }

  /// A fresh confirmation, so that [#rotate(String)] does nothing but rotate.
  public String confirm() throws InterruptedException {
    String email = world.admin().email();
    portal.get("/api/auth/options"); // brings the cookie against forgery
    signIn.run(email, password);
    JsonNode begun =
        portal.post(
            "/api/auth/confirm/init",
            Json.object()
                .put("purpose", "rotate-webhook-secret")
                .put("redirectUri", portal.address("/confirm-callback").toString()));
    Map<String, String> back =
        signIn.authorized(URI.create(Json.text(begun, "authUrl")), email, password);
    JsonNode given =
        portal.post(
            "/api/auth/confirm/callback",
            Json.object().put("code", back.get("code")).put("state", back.get("state")));
    return Json.text(given, "confirmationToken");
  }

  /// Answers what the portal says, the new secret included.
  public JsonNode rotate(String confirmation) throws InterruptedException {
    return portal.post(
        "/api/settings/webhook-secret/rotate",
        Json.object().put("confirmationToken", confirmation).put("force", true));
  }

  /// The portal's settings: which secret has signed how many calls.
  public JsonNode settings() throws InterruptedException {
    return portal.get("/api/settings");
  }
}
