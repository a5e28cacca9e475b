package io.agentportal.webhooks;

import io.agentportal.credentials.AcceptedSecret;
import io.agentportal.genesys.GenesysSignature;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.whatsapp.WhatsAppSignature;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a call is genuine: signed with one of the accepted secrets.
sealed interface SignatureCheck {

  /// @param by which of the accepted secrets it was signed with
  record Genuine(AcceptedSecret by) implements SignatureCheck {}

  record Refused(Finding finding) implements SignatureCheck {}

  /// Makes a stranger's call cost what a known tenant's does.
  SecretText NOBODYS_SECRET = SecretText.of("nobody has this secret");

  Pattern HEX = Pattern.compile("sha256=[0-9a-fA-F]{64}");
  Pattern BASE64 = Pattern.compile("sha256=[0-9a-zA-Z+/]{43}=");

  /// @param header the signature as sent
  /// @param accepted the current secret first; empty: the tenant is unknown
  static SignatureCheck of(
      WebhookSource source, byte[] body, @Nullable String header, List<AcceptedSecret> accepted) {
    if (accepted.isEmpty()) {
      matches(source, body, header, NOBODYS_SECRET);
      return new Refused(Finding.UNKNOWN_TENANT);
    }
    for (AcceptedSecret each : accepted) {
      if (matches(source, body, header, each.secret())) {
        return new Genuine(each);
      }
    }
    return new Refused(reason(source, header));
  }

  private static boolean matches(
      WebhookSource source, byte[] body, @Nullable String header, SecretText secret) {
    return switch (source) {
      case META -> WhatsAppSignature.matches(body, header, secret);
      case GENESYS -> GenesysSignature.matches(body, header, secret);
    };
  }

  /// Told from the form alone: what a person has to change differs, and nothing else is known.
  private static Finding reason(WebhookSource source, @Nullable String header) {
    if (header == null || header.isEmpty()) {
      return Finding.UNSIGNED;
    }
    boolean hex = HEX.matcher(header).matches();
    boolean base64 = BASE64.matcher(header).matches();
    return switch (source) {
      case META -> hex ? Finding.WRONG_KEY : mistaken(base64, Finding.BASE64_INSTEAD_OF_HEX);
      case GENESYS -> base64 ? Finding.WRONG_KEY : mistaken(hex, Finding.HEX_INSTEAD_OF_BASE64);
    };
  }

  private static Finding mistaken(boolean otherForm, Finding finding) {
    return otherForm ? finding : Finding.MALFORMED_SIGNATURE;
  }
}
