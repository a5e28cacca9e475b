package io.agentsandbox.genesys;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Authorization codes, access tokens and refresh tokens that were handed out.
final class Tokens {
  private static final int MOST_TOKENS = 20_000;

  /// A sign-in that waits to be exchanged. The challenge is empty without PKCE.
  record Code(Grant.Person grant, String redirectUri, String challenge, Instant expiresAt) {}

  private final BoundedMap<String, Code> codes = new BoundedMap<>(MOST_TOKENS);
  private final BoundedMap<String, AccessToken> accessTokens = new BoundedMap<>(MOST_TOKENS);
  private final BoundedMap<String, Grant.Person> refreshTokens = new BoundedMap<>(MOST_TOKENS);
  private final LiveSettings settings;
  private final SandboxClock clock;

  Tokens(LiveSettings settings, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  String issueCode(Grant.Person grant, String redirectUri, String challenge) {
    String code = Ids.opaque(24);
    Instant expiresAt = clock.instant().plusSeconds(settings.genesys().codeSeconds());
    codes.put(code, new Code(grant, redirectUri, challenge, expiresAt));
    return code;
  }

  /// Takes a code; it is gone afterwards, whatever becomes of the exchange.
  Optional<Code> redeem(String value) {
    return Optional.ofNullable(codes.remove(value))
        .filter(code -> clock.instant().isBefore(code.expiresAt()));
  }

  AccessToken issue(Grant grant) {
    AccessToken token =
        new AccessToken(
            Ids.opaque(64), grant, clock.instant().plusSeconds(settings.genesys().tokenSeconds()));
    accessTokens.put(token.value(), token);
    return token;
  }

  String issueRefresh(Grant.Person grant) {
    String value = Ids.opaque(48);
    refreshTokens.put(value, grant);
    return value;
  }

  /// Takes a refresh token; the caller hands out a new one.
  Grant.@Nullable Person redeemRefresh(String value) {
    return refreshTokens.remove(value);
  }

  /// A token that was handed out, expired or not.
  Optional<AccessToken> find(String value) {
    return Optional.ofNullable(accessTokens.get(value));
  }

  void revoke(AccessToken token) {
    accessTokens.remove(token.value());
  }

  void clear() {
    codes.clear();
    accessTokens.clear();
    refreshTokens.clear();
  }
}
