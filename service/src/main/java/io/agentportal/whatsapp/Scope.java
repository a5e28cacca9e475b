package io.agentportal.whatsapp;

/// What an error concerns, and hence what a pause has to cover.
public enum Scope {
  /// This message alone.
  MESSAGE,
  /// Everything from this number to this customer.
  PAIR,
  /// Everything from this number.
  NUMBER,
  /// Every number of the account.
  TENANT
}
