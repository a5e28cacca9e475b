package io.agentportal.identity.confirmation;

import io.agentportal.identity.CurrentSession;
import io.agentportal.identity.Tokens;
import io.agentportal.identity.confirmation.ConfirmationStore.Place;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What every sensitive action asks before it does anything.
///
/// ```java
/// confirmations.demand(caller, ConfirmationPurpose.ERASE_CONTACT, token);
/// ```
@Service
public class Confirmations {
  /// In which header a request shows its confirmation.
  public static final String HEADER = "X-Confirmation-Token";

  private final ConfirmationStore store;
  private final Clock clock;

  Confirmations(ConfirmationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Uses the confirmation up, whatever becomes of the caller's transaction.
  ///
  /// @param token as the request shows it; null or blank: not at all
  /// @throws PortalException `CONFIRMATION_REQUIRED` unless it was given to the same session for
  ///   this purpose, in the last minutes, and not used yet
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void demand(Caller caller, ConfirmationPurpose purpose, @Nullable String token) {
    if (!place(caller, token)
        .filter(place -> store.use(place, hash(token), purpose, clock.instant()))
        .isPresent()) {
      throw required(purpose);
    }
  }

  /// Looks without using it up: for actions that test what was entered first, so that a typing
  /// error does not cost a login.
  ///
  /// @throws PortalException as [#demand]
  public void check(Caller caller, ConfirmationPurpose purpose, @Nullable String token) {
    if (!place(caller, token)
        .filter(place -> store.isGood(place, hash(token), purpose, clock.instant()))
        .isPresent()) {
      throw required(purpose);
    }
  }

  /// Empty for a program, which can confirm nothing, and for what cannot be a token.
  private static Optional<Place> place(Caller caller, @Nullable String token) {
    if (token == null || !Tokens.isWellFormed(token)) {
      return Optional.empty();
    }
    Optional<UUID> session = CurrentSession.id();
    return session.map(id -> new Place(caller.tenantId(), id));
  }

  private static byte[] hash(@Nullable String token) {
    return Tokens.hash(String.valueOf(token));
  }

  private static PortalException required(ConfirmationPurpose purpose) {
    return new PortalException(
        ErrorCode.CONFIRMATION_REQUIRED,
        "Please confirm this by signing in once more.",
        Map.of("purpose", purpose.wireName()));
  }
}
