package io.agentportal.media;

import io.agentportal.platform.crypto.SealBrokenException;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Links to files that work for whoever has them, until they end: tenant, file and end are sealed
/// with the deployment's key, so that nobody can make, change or read one.
@Component
class MediaLinks {
  private static final byte[] CONTEXT = "media-link".getBytes(StandardCharsets.UTF_8);
  private static final int LENGTH = 5 * Long.BYTES;
  private static final int MAX_TOKEN = 300;

  private final Sealer sealer;
  private final Clock clock;
  private final String publicUrl;

  MediaLinks(Sealer sealer, Clock clock, @Value("${portal.public-url}") String publicUrl) {
    this.sealer = sealer;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /// With scheme and host, for partners.
  String absolute(FileKey key, Duration life) {
    return publicUrl + relative(key, life);
  }

  /// On the same origin, for the console.
  String relative(FileKey key, Duration life) {
    ByteBuffer plain = ByteBuffer.allocate(LENGTH);
    put(plain, key.tenantId().value());
    put(plain, key.id());
    plain.putLong(clock.instant().plus(life).getEpochSecond());
    byte[] sealed = sealer.seal(plain.array(), CONTEXT);
    return "/media/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /// The file that a link is for; empty if it is none of ours, or over.
  Optional<FileKey> open(String token) {
    if (token.length() > MAX_TOKEN) {
      return Optional.empty();
    }
    try {
      ByteBuffer plain =
          ByteBuffer.wrap(sealer.open(Base64.getUrlDecoder().decode(token), CONTEXT));
      UUID tenant = new UUID(plain.getLong(), plain.getLong());
      UUID file = new UUID(plain.getLong(), plain.getLong());
      Instant end = Instant.ofEpochSecond(plain.getLong());
      return clock.instant().isBefore(end)
          ? Optional.of(new FileKey(new TenantId(tenant), file))
          : Optional.empty();
    } catch (IllegalArgumentException | SealBrokenException _) {
      return Optional.empty();
    }
  }

  private static void put(ByteBuffer buffer, UUID id) {
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
