package io.agentportal.genesys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Genesys' signature of an Open Messaging webhook: header `X-Hub-Signature-256: sha256=<base64>`,
/// HMAC over the raw bytes of the body with the integration's secret token.
public final class GenesysSignature {
  /// The header that carries it.
  public static final String HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";

  private GenesysSignature() {}

  /// Whether the body was signed with this secret token. Constant time; a missing or malformed
  /// header never matches.
  public static boolean matches(byte[] body, @Nullable String header, SecretText secretToken) {
    if (header == null || !header.startsWith(PREFIX)) {
      return false;
    }
    byte[] expected = Base64.getEncoder().encode(HmacSha256.sign(secretToken, body));
    return HmacSha256.same(expected, header.substring(PREFIX.length()).getBytes(ISO_8859_1));
  }

  /// Why a body does not match, for people who set the portal up.
  public static String diagnose(byte[] body, @Nullable String header, SecretText secretToken) {
    if (header == null || header.isBlank()) {
      return "the call has no " + HEADER + " header";
    }
    if (!header.startsWith(PREFIX)) {
      return "the signature does not start with " + PREFIX;
    }
    String signature = header.substring(PREFIX.length());
    if (signature.matches("[0-9a-fA-F]{64}")) {
      return "hex instead of base64: this looks like a call from Meta";
    }
    if (!signature.matches("[A-Za-z0-9+/]{43}=")) {
      return "the signature is not 44 characters of base64";
    }
    return matches(body, header, secretToken)
        ? "signed with this secret"
        : "signed with another secret token, or changed on the way";
  }
}
