package io.agentportal.conversations.widget;

import io.agentportal.platform.crypto.SealBrokenException;
import io.agentportal.platform.crypto.Sealer;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes and reads widget tokens: the grant itself, sealed. Nothing is stored.
@Component
class WidgetTokens {
  private static final byte[] CONTEXT = "widget-token".getBytes(StandardCharsets.UTF_8);
  private static final int GRANT_BYTES = 16 + 16 + 1 + 8;
  private static final int MAX_LENGTH = 400;

  private final Sealer sealer;
  private final Clock clock;

  WidgetTokens(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  /// @return base64url
  String issue(WidgetGrant grant) {
    ByteBuffer plain =
        ByteBuffer.allocate(GRANT_BYTES)
            .putLong(grant.tenantId().value().getMostSignificantBits())
            .putLong(grant.tenantId().value().getLeastSignificantBits())
            .putLong(grant.conversationId().getMostSignificantBits())
            .putLong(grant.conversationId().getLeastSignificantBits())
            .put((byte) (grant.role() == Role.ADMIN ? 1 : 0))
            .putLong(grant.expiresAt().getEpochSecond());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealer.seal(plain.array(), CONTEXT));
  }

  /// The grant of a token; empty if it is none of ours, was changed, or is over.
  Optional<WidgetGrant> read(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer plain =
          ByteBuffer.wrap(sealer.open(Base64.getUrlDecoder().decode(token), CONTEXT));
      var grant =
          new WidgetGrant(
              new TenantId(new UUID(plain.getLong(), plain.getLong())),
              new UUID(plain.getLong(), plain.getLong()),
              plain.get() == 1 ? Role.ADMIN : Role.VIEWER,
              Instant.ofEpochSecond(plain.getLong()));
      return Optional.of(grant).filter(g -> clock.instant().isBefore(g.expiresAt()));
    } catch (SealBrokenException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
