package io.agentsandbox.platform;

import java.time.Duration;

/// How one partner words the answers that any of its endpoints can give.
public interface PartnerVoice {
  /// Too many calls; `retryAfter` is whole seconds.
  Reply rateLimited(Duration retryAfter);

  /// A fault of the partner itself.
  Reply serverError();

  /// The access token was valid once.
  Reply expiredToken();

  /// The body is not JSON.
  Reply malformed(String why);

  /// The key of the world a call belongs to, or the empty string while that is not known.
  String worldOf(Call call);
}
