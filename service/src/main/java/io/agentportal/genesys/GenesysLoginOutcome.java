package io.agentportal.genesys;

/// What came of a login.
public sealed interface GenesysLoginOutcome {

  record Identified(GenesysIdentity identity) implements GenesysLoginOutcome {}

  /// Genesys does not accept the code, or tells us nothing about the person.
  ///
  /// @param reason for the log, as Genesys words it
  record Refused(String reason) implements GenesysLoginOutcome {}

  /// Genesys did not answer, or not sensibly; a new login may work.
  record Unavailable(String reason) implements GenesysLoginOutcome {}
}
