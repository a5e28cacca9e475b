package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.PartnerVoice;
import io.agentsandbox.platform.Reply;
import java.time.Duration;

/// The platform API's wording of answers that any endpoint can give.
final class GenesysVoice implements PartnerVoice {
  static final String CORRELATION = "ININ-Correlation-Id";

  private final Tokens tokens;

  GenesysVoice(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Reply rateLimited(Duration retryAfter) {
    return GenesysRefusal.rateLimited(retryAfter);
  }

  @Override
  public Reply serverError() {
    return GenesysRefusal.body(
        503, "service.unavailable", "The service is temporarily unavailable.");
  }

  @Override
  public Reply expiredToken() {
    return GenesysRefusal.body(401, "credentials.expired", "The supplied credentials are expired.");
  }

  @Override
  public Reply malformed(String why) {
    return GenesysRefusal.body(
        400, "bad.request", "The request could not be understood by the server: " + why);
  }

  @Override
  public String worldOf(Call call) {
    return call.bearer().flatMap(tokens::find).map(token -> token.grant().world().key()).orElse("");
  }
}
