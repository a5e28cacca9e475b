package io.agentsandbox.meta;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/// Makes message identifiers of WhatsApp's look: `wamid.` and Base64.
final class Wamids {
  private static final int RANDOM_BYTES = 27;

  private Wamids() {}

  static String next() {
    byte[] random = new byte[RANDOM_BYTES];
    ThreadLocalRandom.current().nextBytes(random);
    return "wamid.HBgN" + Base64.getEncoder().encodeToString(random);
  }
}
