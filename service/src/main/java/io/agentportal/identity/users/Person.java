package io.agentportal.identity.users;

import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who signed in at least once.
///
/// @param genesysRole what Genesys allowed at the last login
/// @param override what an admin decided instead; null: nothing
/// @param lastSeenAt exact to a minute
record Person(
    UserId id,
    String email,
    String name,
    Role genesysRole,
    @Nullable Role override,
    Instant lastSeenAt) {

  /// What they may do.
  Role role() {
    return override == null ? genesysRole : override;
  }

  Person withOverride(@Nullable Role decided) {
    return new Person(id, email, name, genesysRole, decided, lastSeenAt);
  }
}
