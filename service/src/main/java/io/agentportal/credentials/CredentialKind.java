package io.agentportal.credentials;

/// What a secret is for.
public enum CredentialKind {
  /// The tenant's machine client at Genesys: gets tokens to send with.
  GENESYS_CLIENT_SECRET(false),
  /// Signs the webhooks that Genesys sends us.
  GENESYS_WEBHOOK_SECRET(true),
  /// The system user's token: sends through Meta.
  WHATSAPP_TOKEN(false),
  /// Signs the webhooks that Meta sends us.
  WHATSAPP_APP_SECRET(true),
  /// Meta repeats it when it verifies our webhook's address.
  META_VERIFY_TOKEN(true);

  private final boolean verifiesIncomingCalls;

  CredentialKind(boolean verifiesIncomingCalls) {
    this.verifiesIncomingCalls = verifiesIncomingCalls;
  }

  /// Whether the partner uses it towards us, so that a replaced version must still be accepted for
  /// a while.
  public boolean verifiesIncomingCalls() {
    return verifiesIncomingCalls;
  }
}
