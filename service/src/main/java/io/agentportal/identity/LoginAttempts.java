package io.agentportal.identity;

import io.agentportal.genesys.GenesysLogin;
import io.agentportal.genesys.GenesysRegions;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Logins between the start and the return from Genesys. What must still be the same on return is
/// kept here, not in the browser.
@Service
class LoginAttempts {
  private static final Logger log = LoggerFactory.getLogger(LoginAttempts.class);

  private final LoginAttemptStore store;
  private final LoginProperties properties;
  private final PublicOrigins origins;
  private final GenesysRegions regions;
  private final GenesysLogin genesys;
  private final Clock clock;
  private final AttemptLimits limits;

  LoginAttempts(
      LoginAttemptStore store,
      LoginProperties properties,
      PublicOrigins origins,
      GenesysRegions regions,
      GenesysLogin genesys,
      Clock clock) {
    this.store = store;
    this.properties = properties;
    this.origins = origins;
    this.regions = regions;
    this.genesys = genesys;
    this.clock = clock;
    this.limits = new AttemptLimits(clock);
  }

  /// Where the browser goes, and the state it will bring back.
  record Begun(URI authUrl, String state) {}

  /// Starts a login of one browser.
  ///
  /// @param browser the token in that browser's login cookie
  /// @throws PortalException `VALIDATION_FAILED` for a redirect, region, challenge or return path
  ///   that is not allowed
  Begun begin(LoginRequest request, String browser) {
    if (!origins.isCallback(request.redirectUri())) {
      throw PortalException.invalid(
          "redirectUri", "is not an address of this portal (expected: its origin and /callback)");
    }
    String wanted = request.region();
    String region =
        wanted == null || wanted.isBlank()
            ? regions.defaultRegion().id()
            : regions.find(wanted).id();
    var attempt =
        new LoginAttempt(
            request.codeChallenge(),
            request.redirectUri(),
            region,
            ReturnPath.of(request.returnTo()),
            clock.instant().plus(properties.patience()));
    String state = Tokens.next();
    URI authUrl =
        genesys.authorizeUrl(region, request.redirectUri(), state, request.codeChallenge());
    store.insert(attempt, Tokens.hash(state), Tokens.hash(browser));
    return new Begun(authUrl, state);
  }

  /// Ends the attempt and returns it; it cannot be taken again, whatever comes of it.
  ///
  /// @param browser the token in the login cookie; null if there is none
  /// @throws PortalException `INVALID_LOGIN_STATE` for an unknown, used or expired state, another
  ///   browser, or a verifier that does not belong to the challenge; `RATE_LIMITED`
  LoginAttempt take(String state, String codeVerifier, @Nullable String browser) {
    limits.state(state);
    if (browser == null) {
      throw invalid("no login cookie");
    }
    LoginAttempt attempt =
        store
            .take(Tokens.hash(state), Tokens.hash(browser))
            .orElseThrow(() -> invalid("unknown or used state, or another browser"));
    if (!clock.instant().isBefore(attempt.expiresAt())) {
      throw invalid("expired state");
    }
    if (!answers(codeVerifier, attempt.codeChallenge())) {
      throw invalid("wrong verifier");
    }
    return attempt;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void deleteExpired() {
    store.deleteExpired(clock.instant());
  }

  private static boolean answers(String codeVerifier, String codeChallenge) {
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(codeVerifier));
    return MessageDigest.isEqual(
        challenge.getBytes(StandardCharsets.US_ASCII),
        codeChallenge.getBytes(StandardCharsets.US_ASCII));
  }

  private static PortalException invalid(String reason) {
    log.info("login refused reason=\"{}\"", reason);
    return new PortalException(
        ErrorCode.INVALID_LOGIN_STATE,
        "This sign-in is no longer valid: it was finished before, took longer than 10 minutes, or"
            + " was started in another browser. Please sign in again.");
  }
}
