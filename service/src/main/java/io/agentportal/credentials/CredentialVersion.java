package io.agentportal.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a secret, without the secret.
///
/// @param acceptedUntil until when a replaced one verifies or verified incoming calls
public record CredentialVersion(
    int version, Instant createdAt, State state, @Nullable Instant acceptedUntil) {

  /// What can be done with a version.
  public enum State {
    /// The partner is being told it.
    PENDING,
    CURRENT,
    /// Replaced, and still good for incoming calls.
    ACCEPTED,
    /// Replaced, and kept for a return to it.
    KEPT,
    /// Replaced, the secret is gone.
    ERASED
  }
}
