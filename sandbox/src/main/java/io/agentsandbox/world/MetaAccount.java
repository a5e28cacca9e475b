package io.agentsandbox.world;

/// A WhatsApp Business Account with one number and one app.
///
/// @param displayPhoneNumber as people read it, `+1 555-010-0201`
public record MetaAccount(
    String wabaId,
    String phoneNumberId,
    String displayPhoneNumber,
    String verifiedName,
    String appId,
    String appSecret,
    String systemUserToken) {

  /// The number in digits only, as webhooks carry it.
  public String phoneDigits() {
    return displayPhoneNumber.replaceAll("\\D", "");
  }
}
