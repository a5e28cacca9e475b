package io.agentportal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries of a tenant's trail are wanted; null: all.
///
/// @param action exact, or the noun before the dot: `credential` finds `credential.replaced`
/// @param actor exact
/// @param subject exact, or the kind before the colon: `user` finds `user:<id>`
/// @param from the first moment
/// @param to the moment after the last
record AuditFilter(
    @Nullable String action,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to) {

  AuditFilter {
    action = given(action);
    actor = given(actor);
    subject = given(subject);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
