package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.Settings;
import io.agentsandbox.world.MetaAccount;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Knows the tokens that exist: one system user token per account, and the app token that is the
/// app's id and secret joined by `|`.
final class GraphTokens {
  private static final int TOKEN_BYTES = 132;

  /// Whose token it is; an app token may not send.
  record Owner(World world, boolean app) {}

  private final Map<String, Owner> owners = new ConcurrentHashMap<>();
  private final LiveSettings settings;
  private final SandboxClock clock;

  GraphTokens(Worlds worlds, LiveSettings settings, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
    for (World world : worlds.worlds()) {
      MetaAccount meta = world.meta();
      owners.put(meta.systemUserToken(), new Owner(world, false));
      owners.put(meta.appId() + '|' + meta.appSecret(), new Owner(world, true));
    }
  }

  /// A further system user token of the account.
  String issueSystemUserToken(World world) {
    String token = "EAA" + Ids.opaque(TOKEN_BYTES).replaceAll("[-_]", "Z");
    owners.put(token, new Owner(world, false));
    return token;
  }

  /// A further secret of the app. It identifies the app; webhooks are signed with the first one.
  String issueAppSecret(World world) {
    String secret = Ids.hex();
    owners.put(world.meta().appId() + '|' + secret, new Owner(world, true));
    return secret;
  }

  /// What is not in order with the tokens, among other things.
  Settings.Flaws flaws() {
    return settings.flaws();
  }

  Optional<Owner> owner(Call call) {
    return token(call).flatMap(this::find);
  }

  /// The owner of a token, expired or not.
  Optional<Owner> find(String token) {
    return Optional.ofNullable(owners.get(token));
  }

  boolean isExpired(Owner owner) {
    long expiresAt = settings.meta().tokenExpiresAt();
    return !owner.app() && expiresAt != 0 && clock.millis() / 1_000 >= expiresAt;
  }

  /// Refuses with 190 when there is no token, an unknown one, or an expired one.
  Owner require(Call call) {
    String token =
        token(call)
            .orElseThrow(() ->
                GraphRefusal.invalidToken("An access token is required to request this resource."));
    Owner owner =
        find(token)
            .orElseThrow(() ->
                GraphRefusal.invalidToken(
                    "Invalid OAuth access token - Cannot parse access token"));
    if (isExpired(owner)) {
      Reply expired = GraphRefusal.expiredToken();
      throw new Refusal(expired, "expired");
    }
    return owner;
  }

  private static Optional<String> token(Call call) {
    return call.bearer().or(() -> call.query("access_token"));
  }
}
