package io.agentportal.webhooks;

import org.jspecify.annotations.Nullable;

/// A call could not be made durable, or nobody knows whether it was; its partner has to send it
/// again.
public class NotStoredException extends Exception {
  private static final long serialVersionUID = 1;

  NotStoredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
