package io.agentportal.integration.checks;

import io.agentportal.integration.Check.Group;
import java.util.List;
import java.util.Locale;

/// A check and what has to hold before it makes sense.
///
/// @param id begins with the group's name
/// @param needs ids of checks; if one of them failed or was skipped, this one is skipped
record NamedCheck(String id, List<String> needs, Probe probe) {

  /// Finds out; whatever it throws counts as a failure of ours.
  @FunctionalInterface
  interface Probe {
    Verdict look() throws InterruptedException;
  }

  static NamedCheck of(String id, Probe probe, String... needs) {
    return new NamedCheck(id, List.of(needs), probe);
  }

  Group group() {
    return Group.valueOf(id.substring(0, id.indexOf('.')).toUpperCase(Locale.ROOT));
  }
}
