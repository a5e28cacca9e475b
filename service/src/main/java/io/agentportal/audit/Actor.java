package io.agentportal.audit;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who an entry names as the one who did it.
public final class Actor {
  private static final String SYSTEM = "system";

  private Actor() {}

  /// The signed-in caller of the request under way, by the name the trail shows; `system` for work
  /// without a caller.
  public static String current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null ? SYSTEM : authentication.getName();
  }
}
