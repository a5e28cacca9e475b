package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.OAuthClient;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// `POST /oauth/token`: authorization code with or without PKCE, client credentials, refresh.
///
/// Errors have the two forms seen from the login host: `client not found` and `authentication
/// failed`, both under `invalid_client`; a code that is wrong, used or late is `invalid_grant`.
final class TokenEndpoint {
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
  private static final int SECRET_BYTES = 32;
  private static final String BASIC = "basic ";

  /// Who asks: the client, and whether it proved its secret.
  private record Asker(String clientId, boolean authenticated) {}

  private final Map<String, String> furtherSecrets = new ConcurrentHashMap<>();
  private final Worlds worlds;
  private final Tokens tokens;
  private final LiveSettings settings;

  TokenEndpoint(Worlds worlds, Tokens tokens, LiveSettings settings) {
    this.worlds = worlds;
    this.tokens = tokens;
    this.settings = settings;
  }

  /// A further secret of the organisation's machine client.
  String issueSecret(World world) {
    String secret = Ids.opaque(SECRET_BYTES);
    furtherSecrets.put(secret, world.machineClient().id());
    return secret;
  }

  Reply token(Call call) {
    Map<String, String> form = call.form();
    Asker asker = asker(call, form);
    return switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> clientCredentials(asker);
      case "authorization_code" -> authorizationCode(asker, form);
      case "refresh_token" -> refresh(asker, form);
      default ->
          throw GenesysRefusal.oauth(
              400, "unsupported_grant_type", "grant_type is missing or not supported");
    };
  }

  private Reply clientCredentials(Asker asker) {
    World world =
        machineWorld(asker.clientId())
            .orElseThrow(() ->
                GenesysRefusal.oauth(
                    400, "unauthorized_client", "the client has another grant type"));
    if (!asker.authenticated()) {
      throw authenticationFailed();
    }
    return Reply.json(200, body(new Grant.Machine(world, world.machineClient())));
  }

  private Reply authorizationCode(Asker asker, Map<String, String> form) {
    requireLoginClient(asker);
    Tokens.Code code =
        tokens
            .redeem(form.getOrDefault("code", ""))
            .orElseThrow(() -> invalidGrant("the authorization code is unknown, used or expired"));
    if (!code.redirectUri().equals(form.get("redirect_uri"))) {
      throw invalidGrant("redirect_uri differs from the one of the authorization");
    }
    checkProof(asker, code.challenge(), form.getOrDefault("code_verifier", ""));
    ObjectNode body = body(code.grant());
    return Reply.json(200, body.put("refresh_token", tokens.issueRefresh(code.grant())));
  }

  private Reply refresh(Asker asker, Map<String, String> form) {
    requireLoginClient(asker);
    Grant.Person grant = tokens.redeemRefresh(form.getOrDefault("refresh_token", ""));
    if (grant == null) {
      throw invalidGrant("the refresh token is unknown or used");
    }
    return Reply.json(200, body(grant).put("refresh_token", tokens.issueRefresh(grant)));
  }

  /// A client without secret must prove the code with PKCE; one with a secret must if it began so.
  private static void checkProof(Asker asker, String challenge, String verifier) {
    if (challenge.isEmpty()) {
      if (!asker.authenticated()) {
        throw authenticationFailed();
      }
      return;
    }
    if (!VERIFIER.matcher(verifier).matches() || !challenge.equals(challengeOf(verifier))) {
      throw invalidGrant("code_verifier does not fit the code_challenge");
    }
  }

  private ObjectNode body(Grant grant) {
    return Json.object()
        .put("access_token", tokens.issue(grant).value())
        .put("token_type", "bearer")
        .put("expires_in", settings.genesys().tokenSeconds());
  }

  private void requireLoginClient(Asker asker) {
    if (!asker.clientId().equals(worlds.loginClient().id())) {
      throw GenesysRefusal.oauth(400, "unauthorized_client", "the client has another grant type");
    }
  }

  private Asker asker(Call call, Map<String, String> form) {
    Optional<String> basic =
        call.header("Authorization")
            .filter(value -> value.regionMatches(true, 0, BASIC, 0, BASIC.length()));
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    if (basic.isPresent()) {
      String pair = decode(basic.get().substring(BASIC.length()).strip());
      int colon = pair.indexOf(':');
      id = colon < 0 ? pair : pair.substring(0, colon);
      secret = colon < 0 ? "" : pair.substring(colon + 1);
    }
    OAuthClient client = client(id);
    if (secret.isEmpty()) {
      return new Asker(client.id(), false);
    }
    if (!client.secret().equals(secret) && !client.id().equals(furtherSecrets.get(secret))) {
      throw authenticationFailed();
    }
    return new Asker(client.id(), true);
  }

  private OAuthClient client(String id) {
    if (worlds.loginClient().id().equals(id)) {
      return worlds.loginClient();
    }
    return machineWorld(id)
        .map(World::machineClient)
        .orElseThrow(() -> GenesysRefusal.oauth(400, "invalid_client", "client not found"));
  }

  private Optional<World> machineWorld(String clientId) {
    return worlds.worlds().stream()
        .filter(world -> world.machineClient().id().equals(clientId))
        .findFirst();
  }

  private static String decode(String basic) {
    try {
      return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static GenesysRefusal authenticationFailed() {
    return GenesysRefusal.oauth(401, "invalid_client", "authentication failed");
  }

  private static GenesysRefusal invalidGrant(String why) {
    return GenesysRefusal.oauth(400, "invalid_grant", why);
  }
}
