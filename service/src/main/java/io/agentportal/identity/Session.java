package io.agentportal.identity;

import java.time.Instant;
import java.util.UUID;

/// A signed-in browser.
///
/// @param lastUsedAt exact to a minute
/// @param expiresAt when it ends if it is not used again
/// @param absoluteExpiresAt when it ends however much it is used
record Session(
    UUID id, PortalUser user, Instant lastUsedAt, Instant expiresAt, Instant absoluteExpiresAt) {

  boolean isLive(Instant now) {
    return now.isBefore(expiresAt);
  }
}
