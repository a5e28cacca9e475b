package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Endpoint;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.Settings;
import java.util.Map;

/// Lets a call through that has a living token with budget left, and adds the headers that every
/// answer of the platform API has.
final class Authorised {
  /// An endpoint that knows its caller.
  @FunctionalInterface
  interface Action {
    Reply answer(Caller caller, Call call);
  }

  private static final int LARGEST_BODY_BYTES = 512_000;

  private final Tokens tokens;
  private final Map<String, Organisation> organisations;
  private final LiveSettings settings;
  private final SandboxClock clock;

  Authorised(
      Tokens tokens,
      Map<String, Organisation> organisations,
      LiveSettings settings,
      SandboxClock clock) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.settings = settings;
    this.clock = clock;
  }

  Endpoint endpoint(String permission, Action action) {
    return endpoint((caller, call) -> {
      caller.require(permission);
      if (caller.grant() instanceof Grant.Machine
          && Settings.Flaws.names(settings.flaws().deniedPermissions(), permission)) {
        throw GenesysRefusal.missingPermission(permission);
      }
      return action.answer(caller, call);
    });
  }

  Endpoint endpoint(Action action) {
    return call -> {
      AccessToken token = token(call);
      int allowed = settings.genesys().requestsPerMinute();
      if (allowed <= 0) {
        return answer(token, call, action);
      }
      AccessToken.Budget budget = token.count(clock.millis(), allowed);
      Reply reply =
          budget.isExceeded()
              ? GenesysRefusal.rateLimited(budget.untilReset().plusMillis(999))
              : answer(token, call, action);
      return reply
          .with("inin-ratelimit-count", Integer.toString(budget.used()))
          .with("inin-ratelimit-allowed", Integer.toString(budget.allowed()))
          .with("inin-ratelimit-reset", Long.toString(budget.untilReset().toSeconds()));
    };
  }

  private Reply answer(AccessToken token, Call call, Action action) {
    Reply reply = refusedOrAnswered(token, call, action);
    return reply.headers().containsKey(GenesysVoice.CORRELATION)
        ? reply
        : reply.with(GenesysVoice.CORRELATION, Ids.uuid());
  }

  private Reply refusedOrAnswered(AccessToken token, Call call, Action action) {
    if (call.body().length > LARGEST_BODY_BYTES) {
      return GenesysRefusal.body(413, "payload.too.large", "The request body is too large.");
    }
    try {
      Organisation organisation = organisations.get(token.grant().world().key());
      if (organisation == null) {
        throw GenesysRefusal.notFound("organization", token.grant().world().organizationId());
      }
      return action.answer(new Caller(token, organisation), call);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  private AccessToken token(Call call) {
    String value =
        call.bearer()
            .orElseThrow(() ->
                GenesysRefusal.of(
                    401, "authentication.required", "No authentication bearer token specified."));
    AccessToken token =
        tokens
            .find(value)
            .orElseThrow(
                () -> GenesysRefusal.of(401, "bad.credentials", "Invalid login credentials."));
    if (token.isExpired(clock.instant())) {
      throw GenesysRefusal.of(401, "credentials.expired", "The supplied credentials are expired.");
    }
    return token;
  }
}
