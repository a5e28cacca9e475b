package io.agentsandbox.platform;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A request body that should be JSON and is not.
public final class MalformedJson extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MalformedJson(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
