package io.agentportal.platform.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A secret as text: a token, a password, a signing key.
///
/// Shows itself as a mask wherever it is printed or written as JSON; only [#reveal()] gives the
/// value, for the one place that hands it to a partner.
public final class SecretText {
  private static final int SHOWN = 4;
  private static final int LONG_ENOUGH_TO_SHOW_AN_END = 16;

  private final String value;

  private SecretText(String value) {
    this.value = value;
  }

  /// @throws IllegalArgumentException if the text is empty
  @JsonCreator
  public static SecretText of(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a secret is empty (expected: 1 character or more)");
    }
    return new SecretText(value);
  }

  /// The secret itself.
  public String reveal() {
    return value;
  }

  /// The secret itself as UTF-8 bytes; a fresh array at each call.
  public byte[] revealBytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /// What people may see: eight dots, and the last four characters of a secret of 16 or more.
  @JsonValue
  public String masked() {
    return value.length() < LONG_ENOUGH_TO_SHOW_AN_END
        ? "••••••••"
        : "••••••••" + value.substring(value.length() - SHOWN);
  }

  /// Compares in a time that does not depend on where the two differ.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretText secret
        && MessageDigest.isEqual(revealBytes(), secret.revealBytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
