package io.agentsandbox.demo;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A step of the set-up did not work; the message says which and what the portal answered.
final class DemoFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DemoFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
