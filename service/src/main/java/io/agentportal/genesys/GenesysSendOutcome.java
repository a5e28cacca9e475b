package io.agentportal.genesys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one attempt to hand something to Genesys.
public sealed interface GenesysSendOutcome {

  /// @param remoteId Genesys' id of the message; `""` where none was given
  /// @param conversationId null where Genesys did not name the conversation (receipts)
  record Accepted(String remoteId, @Nullable String conversationId) implements GenesysSendOutcome {}

  /// Nothing was done; the same call may be made again.
  ///
  /// @param delay zero: the caller's own back-off
  /// @param scope what has to wait as well
  record Retry(Duration delay, String code, String reason, Scope scope)
      implements GenesysSendOutcome {}

  /// Client, permission or integration has to be put right by an admin first.
  record NeedsCredentials(String code, String reason) implements GenesysSendOutcome {}

  /// This message will never be taken.
  record Rejected(String code, String reason) implements GenesysSendOutcome {}

  /// It may have been taken. Sent again with the same id and time at the caller's discretion.
  record Uncertain(String reason) implements GenesysSendOutcome {}

  /// What a pause concerns.
  enum Scope {
    MESSAGE,
    TENANT
  }
}
