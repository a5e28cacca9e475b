package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Spreads calls over the shards of the inbox, the same way on every node and in every version.
final class Shards {
  private static final byte[] NUMBER = "\"phone_number_id\":\"".getBytes(StandardCharsets.US_ASCII);

  private Shards() {}

  /// By tenant; at the shared address, where the tenant is not known yet, by the first phone number
  /// id of the body. That one only spreads the load: no call is read for it, and one that hides its
  /// number (no such member, or spaces around the colon) goes to shard 0.
  static int of(@Nullable TenantId tenant, byte[] body) {
    if (tenant != null) {
      return spread(Long.hashCode(tenant.value().getLeastSignificantBits()));
    }
    int from = indexAfterNumber(body);
    if (from < 0) {
      return 0;
    }
    int hash = 0;
    for (int i = from; i < body.length && body[i] != '"'; i++) {
      hash = 31 * hash + body[i];
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    // Fibonacci hashing: the top bits of the product depend on all bits of the hash.
    return (hash * 0x9E37_79B9) >>> 28;
  }

  private static int indexAfterNumber(byte[] body) {
    int last = body.length - NUMBER.length;
    for (int start = 0; start <= last; start++) {
      int matched = 0;
      while (matched < NUMBER.length && body[start + matched] == NUMBER[matched]) {
        matched++;
      }
      if (matched == NUMBER.length) {
        return start + matched;
      }
    }
    return -1;
  }
}
