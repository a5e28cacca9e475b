package io.agentportal.whatsapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Meta's signature of a webhook call: header `X-Hub-Signature-256: sha256=<64 hex digits>`, HMAC
/// over the raw bytes of the body with the app secret.
public final class WhatsAppSignature {
  /// The header that carries it.
  public static final String HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";
  private static final int HEX_LENGTH = 64;
  private static final int BASE64_LENGTH = 44;
  private static final int LAST_PLAIN = 0x7E;

  /// Bytes. The escaped form costs six times the memory of the body, and anybody may send one.
  private static final int LONGEST_ESCAPED = 256 * 1024;

  private WhatsAppSignature() {}

  /// Whether the body was signed with this app secret. Constant time; a missing or malformed header
  /// never matches.
  ///
  /// Meta signs the body as it escapes it, with non-ASCII as `\\uXXXX`. Should something between
  /// Meta and us unescape it, the escaped form is tried as well: it is keyed all the same.
  public static boolean matches(byte[] body, @Nullable String header, SecretText appSecret) {
    if (header == null
        || header.length() != PREFIX.length() + HEX_LENGTH
        || !header.startsWith(PREFIX)) {
      return false;
    }
    byte[] offered =
        header.substring(PREFIX.length()).toLowerCase(Locale.ROOT).getBytes(ISO_8859_1);
    return HmacSha256.same(hexSignature(body, appSecret), offered)
        || (body.length <= LONGEST_ESCAPED
            && hasNonAscii(body)
            && HmacSha256.same(hexSignature(escaped(body), appSecret), offered));
  }

  /// Why a body does not match, for people who set the portal up.
  public static String diagnose(byte[] body, @Nullable String header, SecretText appSecret) {
    if (header == null || header.isBlank()) {
      return "the call has no " + HEADER + " header";
    }
    if (!header.startsWith(PREFIX)) {
      return "the signature does not start with " + PREFIX;
    }
    String signature = header.substring(PREFIX.length());
    if (signature.length() == BASE64_LENGTH && signature.endsWith("=")) {
      return "base64 instead of hex: this looks like a call from Genesys";
    }
    if (!signature.matches("[0-9a-fA-F]{64}")) {
      return "the signature is not 64 hex digits";
    }
    return matches(body, header, appSecret)
        ? "signed with this secret"
        : "signed with another app secret, or changed on the way";
  }

  private static byte[] hexSignature(byte[] body, SecretText appSecret) {
    return HexFormat.of().formatHex(HmacSha256.sign(appSecret, body)).getBytes(ISO_8859_1);
  }

  private static boolean hasNonAscii(byte[] body) {
    for (byte each : body) {
      if (each < 0 || each > LAST_PLAIN) {
        return true;
      }
    }
    return false;
  }

  private static byte[] escaped(byte[] body) {
    String text = new String(body, UTF_8);
    var escaped = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > LAST_PLAIN) {
        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString().getBytes(UTF_8);
  }
}
