package io.agentportal.identity;

import io.agentportal.platform.crypto.SealBrokenException;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Short-lived tokens of a session, for callers that cannot send the cookie. Sealed with the
/// deployment's key: nobody else can make or read one. They end with their session.
@Component
class AccessTokens {
  private static final byte[] CONTEXT = "access-token".getBytes(StandardCharsets.UTF_8);
  private static final int LENGTH = 5 * Long.BYTES;

  private final Sealer sealer;
  private final Sessions sessions;
  private final SessionProperties properties;
  private final Clock clock;

  AccessTokens(Sealer sealer, Sessions sessions, SessionProperties properties, Clock clock) {
    this.sealer = sealer;
    this.sessions = sessions;
    this.properties = properties;
    this.clock = clock;
  }

  String issue(Session session) {
    Instant until = clock.instant().plus(properties.accessToken());
    Instant end = until.isBefore(session.expiresAt()) ? until : session.expiresAt();
    UUID tenant = session.user().tenantId().value();
    byte[] plain =
        ByteBuffer.allocate(LENGTH)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .putLong(session.id().getMostSignificantBits())
            .putLong(session.id().getLeastSignificantBits())
            .putLong(end.toEpochMilli())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealer.seal(plain, CONTEXT));
  }

  /// The session the token was issued for. Empty for a forged or expired one, and when the session
  /// has ended. Does not prolong it.
  Optional<Session> read(String token) {
    try {
      var plain = ByteBuffer.wrap(sealer.open(Base64.getUrlDecoder().decode(token), CONTEXT));
      var tenantId = new TenantId(new UUID(plain.getLong(), plain.getLong()));
      var sessionId = new UUID(plain.getLong(), plain.getLong());
      return clock.instant().isBefore(Instant.ofEpochMilli(plain.getLong()))
          ? sessions.find(tenantId, sessionId)
          : Optional.empty();
    } catch (IllegalArgumentException | SealBrokenException _) {
      return Optional.empty();
    }
  }
}
