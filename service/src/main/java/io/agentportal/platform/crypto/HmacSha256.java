package io.agentportal.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed signatures, as both partners put them on their webhooks.
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /// The 32 bytes of the signature; the key is the secret's UTF-8.
  public static byte[] sign(SecretText secret, byte[] message) {
    try {
      // Cheaper than it looks (about a microsecond), and a Mac must not be shared by threads.
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.revealBytes(), ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// Compares in a time that does not depend on where the two differ.
  public static boolean same(byte[] expected, byte[] offered) {
    return MessageDigest.isEqual(expected, offered);
  }
}
