package io.agentportal.identity;

import io.agentportal.platform.errors.PortalException;
import org.jspecify.annotations.Nullable;

/// Where in the console people go after the login. Only a path of our own, so that nobody can send
/// them elsewhere with a link to our login.
final class ReturnPath {
  static final String START = "/";
  private static final int MAX_LENGTH = 2_000;

  private ReturnPath() {}

  /// The path as it is; the start page for none.
  ///
  /// @throws PortalException `VALIDATION_FAILED` for anything a browser could read as another host:
  ///   `//host`, `/\host`, `https://host`, control characters
  static String of(@Nullable String wanted) {
    if (wanted == null || wanted.isEmpty()) {
      return START;
    }
    if (wanted.length() > MAX_LENGTH
        || !wanted.startsWith("/")
        || wanted.startsWith("//")
        || wanted.contains("\\")
        || wanted.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      throw PortalException.invalid("returnTo", "expected: a path of the console, /conversations");
    }
    return wanted;
  }
}
