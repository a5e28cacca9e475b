package io.agentsandbox.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes identifiers. None of them is a secret outside the sandbox, so speed goes before
/// unpredictability.
public final class Ids {
  private Ids() {}

  /// A random UUID.
  public static String uuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /// 32 hexadecimal digits.
  public static String hex() {
    return uuid().replace("-", "");
  }

  /// The same UUID for the same name, so that a restarted sandbox gives the identifiers it gave
  /// before.
  public static String stableUuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// An opaque value of `byteCount` random bytes in URL-safe Base64.
  public static String opaque(int byteCount) {
    byte[] random = new byte[byteCount];
    ThreadLocalRandom.current().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
