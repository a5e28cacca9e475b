package io.agentportal.whatsapp;

import java.time.Duration;

/// What came of one attempt to hand a message to WhatsApp. Codes are Meta's error codes as text, or
/// `unreachable`.
public sealed interface WhatsAppSendOutcome {

  /// Meta took it; whether it arrives is told by statuses later.
  ///
  /// @param wamid the id that statuses and replies name
  record Accepted(String wamid) implements WhatsAppSendOutcome {}

  /// Nothing was sent; the same call may be made again.
  ///
  /// @param delay zero: the caller's own back-off
  /// @param scope what has to wait as well
  record Retry(Duration delay, String code, String reason, Scope scope)
      implements WhatsAppSendOutcome {}

  /// Token or permission has to be put right by an admin first.
  record NeedsCredentials(String code, String reason) implements WhatsAppSendOutcome {}

  /// This message will never be taken.
  ///
  /// @param reason for agents: a plain sentence
  record Rejected(String code, String reason) implements WhatsAppSendOutcome {}

  /// It may have been sent. Never to be sent again blindly: a status with our correlation key
  /// tells.
  record Uncertain(String reason) implements WhatsAppSendOutcome {}
}
