package io.agentportal.identity.confirmation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may be confirmed. A confirmation given for one is worth nothing for another.
public enum ConfirmationPurpose {
  ROTATE_WEBHOOK_SECRET,
  REVOKE_WEBHOOK_SECRET,
  REPLACE_CREDENTIAL,
  CREATE_API_TOKEN,
  CHANGE_ROLE,
  ERASE_CONTACT,
  REMOVE_TENANT;

  /// As the API spells it: `rotate-webhook-secret`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ConfirmationPurpose> find(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }
}
