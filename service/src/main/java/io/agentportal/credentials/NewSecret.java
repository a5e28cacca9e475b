package io.agentportal.credentials;

import io.agentportal.platform.crypto.SecretText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A secret to be stored, and what the partner says about it.
///
/// @param expiresAt null: it never expires, or nobody knows
/// @param account which account at the partner it opens, where that can change with it
/// @param warnings sentences for admins, for example about a missing permission
public record NewSecret(
    SecretText secret,
    @Nullable Instant expiresAt,
    boolean neverExpires,
    @Nullable String account,
    List<String> warnings) {

  public NewSecret {
    warnings = List.copyOf(warnings);
  }

  /// One that does not expire and says nothing of an account.
  public static NewSecret lasting(SecretText secret) {
    return new NewSecret(secret, null, true, null, List.of());
  }
}
