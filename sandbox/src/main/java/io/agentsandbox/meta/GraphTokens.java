package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.world.MetaAccount;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Knows the tokens that exist: one system user token per account, and the app token that is the
/// app's id and secret joined by `|`.
final class GraphTokens {
  /// Whose token it is; an app token may not send.
  record Owner(World world, boolean app) {}

  private final Map<String, Owner> owners = new HashMap<>();
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
