package io.agentportal.credentials;

import io.agentportal.platform.crypto.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a secret that verifies incoming calls now.
///
/// @param acceptedUntil the end of the overlap of a replaced version; null for the others
/// @param pending whether the partner is being told it and may or may not use it yet
public record AcceptedSecret(
    SecretText secret, int version, @Nullable Instant acceptedUntil, boolean pending) {

  public boolean isCurrent() {
    return acceptedUntil == null && !pending;
  }

  /// Whether it was replaced by a newer one.
  public boolean isReplaced() {
    return acceptedUntil != null;
  }
}
