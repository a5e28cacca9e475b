package io.agentportal.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/// The browser's session that the request under way belongs to.
public final class CurrentSession {
  private CurrentSession() {}

  /// Its id; empty for work without a request, and for a program with an API token.
  public static Optional<UUID> id() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof PortalAuthentication signedIn
        ? Optional.of(signedIn.session().id())
        : Optional.empty();
  }
}
