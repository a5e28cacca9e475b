package io.agentportal.identity.confirmation;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.genesys.GenesysIdentity;
import io.agentportal.genesys.GenesysLogin;
import io.agentportal.genesys.GenesysLoginOutcome.Identified;
import io.agentportal.genesys.GenesysLoginOutcome.Refused;
import io.agentportal.genesys.GenesysLoginOutcome.Unavailable;
import io.agentportal.identity.CurrentSession;
import io.agentportal.identity.PublicOrigins;
import io.agentportal.identity.Tenants;
import io.agentportal.identity.Tokens;
import io.agentportal.identity.confirmation.ConfirmationStore.Attempt;
import io.agentportal.identity.confirmation.ConfirmationStore.Person;
import io.agentportal.identity.confirmation.ConfirmationStore.Place;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends a signed-in person to Genesys once more and judges who comes back. State, verifier and
/// purpose stay here; the browser carries the state alone.
@Service
class FreshLogins {
  /// The console's page that Genesys sends the window back to.
  static final String PAGE = "/confirm-callback";

  private static final Logger log = LoggerFactory.getLogger(FreshLogins.class);
  private static final byte[] CONTEXT = "confirmation-verifier".getBytes(StandardCharsets.UTF_8);

  private final ConfirmationStore store;
  private final ConfirmationProperties properties;
  private final GenesysSide genesys;
  private final Sealer sealer;
  private final Records records;
  private final Clock clock;

  FreshLogins(
      ConfirmationStore store,
      ConfirmationProperties properties,
      GenesysSide genesys,
      Sealer sealer,
      Records records,
      Clock clock) {
    this.store = store;
    this.properties = properties;
    this.genesys = genesys;
    this.sealer = sealer;
    this.records = records;
    this.clock = clock;
  }

  /// Where people sign in and come back to.
  @Service
  record GenesysSide(GenesysLogin login, Tenants tenants, PublicOrigins origins) {}

  /// What is written together with a confirmation.
  @Service
  record Records(AuditTrail audit, TransactionTemplate transactions) {}

  /// Where the window goes, and the state it will bring back.
  record Begun(URI authUrl, String state) {}

  /// A confirmation and the only copy of its token.
  record Given(String token, ConfirmationPurpose purpose, Instant expiresAt) {}

  /// @throws PortalException `VALIDATION_FAILED` for a redirect that is not our page,
  ///   `CONFIRMATION_REQUIRED` for a caller without a session
  Begun begin(Caller caller, ConfirmationPurpose purpose, String redirectUri) {
    if (!genesys.origins().isPage(redirectUri, PAGE)) {
      throw PortalException.invalid(
          "redirectUri",
          "is not an address of this portal (expected: its origin and " + PAGE + ")");
    }
    String state = Tokens.next();
    String verifier = Tokens.next();
    URI authUrl =
        genesys
            .login()
            .freshLoginUrl(
                region(caller), redirectUri, state, challenge(verifier), caller.displayName());
    store.begin(
        place(caller),
        Tokens.hash(state),
        new Attempt(
            purpose,
            redirectUri,
            sealer.seal(verifier.getBytes(StandardCharsets.US_ASCII), CONTEXT),
            clock.instant().plus(properties.patience())));
    return new Begun(authUrl, state);
  }

  /// Exchanges the code and compares who signed in with who is signed in here. The state is used up
  /// whatever comes of it.
  ///
  /// @throws PortalException `INVALID_CONFIRMATION_STATE`, `CONFIRMATION_OTHER_USER`,
  ///   `LOGIN_REJECTED`, `GENESYS_UNAVAILABLE`
  Given complete(Caller caller, String code, String state) {
    Attempt attempt =
        store
            .take(place(caller), Tokens.hash(state))
            .filter(taken -> clock.instant().isBefore(taken.expiresAt()))
            .orElseThrow(FreshLogins::invalid);
    String verifier =
        new String(sealer.open(attempt.sealedVerifier(), CONTEXT), StandardCharsets.US_ASCII);
    return switch (genesys
        .login()
        .identify(region(caller), code, attempt.redirectUri(), verifier)) {
      case Identified(var identity) -> judge(caller, attempt.purpose(), identity);
      case Refused(var reason) -> throw rejected(reason);
      case Unavailable(var reason) -> throw unavailable(reason);
    };
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void deleteExpiredAcrossTenants() {
    store.deleteExpiredAcrossTenants(clock.instant());
  }

  private Given judge(Caller caller, ConfirmationPurpose purpose, GenesysIdentity identity) {
    var signedIn = new Person(identity.organizationId(), identity.userId());
    if (!store.person(caller.tenantId(), caller.userId()).filter(signedIn::equals).isPresent()) {
      records.audit().record(event(caller, "confirmation.refused", purpose, identity.email()));
      throw new PortalException(
          ErrorCode.CONFIRMATION_OTHER_USER,
          "Somebody else signed in. Please confirm as %s.".formatted(caller.displayName()));
    }
    String token = Tokens.next();
    Instant expiresAt = clock.instant().plus(properties.valid()).truncatedTo(ChronoUnit.MILLIS);
    records
        .transactions()
        .executeWithoutResult(_ -> {
          store.give(place(caller), Tokens.hash(token), purpose, expiresAt);
          records.audit().record(event(caller, "confirmation.given", purpose, identity.email()));
        });
    return new Given(token, purpose, expiresAt);
  }

  private String region(Caller caller) {
    return genesys.tenants().find(caller.tenantId()).region();
  }

  private static Place place(Caller caller) {
    return new Place(
        caller.tenantId(),
        CurrentSession.id()
            .orElseThrow(() ->
                new PortalException(
                    ErrorCode.FORBIDDEN, "Only a person who is signed in can confirm.")));
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(verifier));
  }

  private static AuditEvent event(
      Caller caller, String action, ConfirmationPurpose purpose, String signedInAs) {
    return new AuditEvent(
        caller.tenantId(),
        caller.displayName(),
        action,
        "user:" + caller.userId(),
        Map.of("purpose", purpose.wireName(), "signedInAs", signedInAs));
  }

  private static PortalException invalid() {
    return new PortalException(
        ErrorCode.INVALID_CONFIRMATION_STATE,
        "This confirmation is no longer valid: it was finished before, took too long, or belongs to"
            + " another session. Please start it again.");
  }

  private static PortalException rejected(String reason) {
    log.info("confirmation refused by Genesys reason=\"{}\"", reason);
    return new PortalException(
        ErrorCode.LOGIN_REJECTED, "Genesys Cloud did not accept this sign-in. Please try again.");
  }

  private static PortalException unavailable(String reason) {
    log.warn("Genesys did not answer a confirmation reason=\"{}\"", reason);
    return new PortalException(
        ErrorCode.GENESYS_UNAVAILABLE,
        "Genesys Cloud does not answer at the moment. Please try again in a minute.");
  }
}
