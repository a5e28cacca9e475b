package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.PartnerVoice;
import io.agentsandbox.platform.Reply;
import java.time.Duration;

/// The Graph API's wording of answers that any endpoint can give.
final class GraphVoice implements PartnerVoice {
  private final GraphTokens tokens;

  GraphVoice(GraphTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Reply rateLimited(Duration retryAfter) {
    return GraphRefusal.body(
            429,
            130_429,
            0,
            "(#130429) Rate limit hit",
            "Message failed to send because there were too many messages sent from this phone"
                + " number in a short period of time.")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public Reply serverError() {
    return GraphRefusal.body(
        503, 131_016, 0, "(#131016) Service unavailable", "A service is temporarily unavailable.");
  }

  @Override
  public Reply expiredToken() {
    return GraphRefusal.expiredToken();
  }

  @Override
  public Reply malformed(String why) {
    return GraphRefusal.body(400, 100, 0, "(#100) Invalid parameter", why);
  }

  @Override
  public String worldOf(Call call) {
    return tokens.owner(call).map(owner -> owner.world().key()).orElse("");
  }
}
