package io.agentportal.platform.db;

import org.jspecify.annotations.Nullable;

/// The service cannot start for a reason that the operator can mend. Both sentences are shown as
/// they are.
public class StartException extends RuntimeException {
  private final String action;

  /// `problem` says what is wrong and where, `action` what to do about it; whole sentences, no
  /// secrets.
  public StartException(String problem, String action) {
    this(problem, action, null);
  }

  public StartException(String problem, String action, @Nullable Throwable cause) {
    super(problem, cause);
    this.action = action;
  }

  /// What the operator can do about it, one sentence.
  public String action() {
    return action;
  }
}
