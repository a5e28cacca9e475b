package io.agentportal.audit;

/// What checking a tenant's chain found.
public sealed interface AuditVerification {

  /// Every entry is as it was written, none is missing.
  ///
  /// @param entries how many were checked
  /// @param headHash of the newest entry, in hexadecimal; kept elsewhere it proves the chain later
  record Intact(long entries, String headHash) implements AuditVerification {}

  /// The chain was tampered with.
  ///
  /// @param sequence the first place that does not fit
  /// @param problem a sentence for an auditor
  record Broken(long sequence, String problem) implements AuditVerification {}
}
