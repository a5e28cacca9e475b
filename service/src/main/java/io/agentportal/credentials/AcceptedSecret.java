package io.agentportal.credentials;

import io.agentportal.platform.crypto.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a secret that verifies incoming calls now.
///
/// @param acceptedUntil the end of the overlap of a replaced version; null for the current one
public record AcceptedSecret(SecretText secret, int version, @Nullable Instant acceptedUntil) {

  public boolean isCurrent() {
    return acceptedUntil == null;
  }
}
