package io.agentportal.conversations.widget;

import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiEnvelope;
import io.agentportal.platform.tenancy.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets people and pages in to one transcript.
@Component
public class WidgetAccess {
  private final WidgetTokens tokens;
  private final WidgetProperties properties;
  private final Clock clock;

  WidgetAccess(WidgetTokens tokens, WidgetProperties properties, Clock clock) {
    this.tokens = tokens;
    this.properties = properties;
    this.clock = clock;
  }

  /// A token and when it ends.
  public record Issued(String token, Instant expiresAt) {}

  /// @param mode `portal`: for minutes, the console gets the next one; `standalone`: for a shift
  /// @throws PortalException `VALIDATION_FAILED` for another mode
  public Issued issue(Caller caller, UUID conversationId, String mode) {
    var lifetime =
        switch (mode) {
          case "portal" -> properties.portalToken();
          case "standalone" -> properties.standaloneToken();
          default ->
              throw PortalException.invalid("mode", mode + " (expected: portal, standalone)");
        };
    Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    var grant = new WidgetGrant(caller.tenantId(), conversationId, caller.role(), expiresAt);
    return new Issued(tokens.issue(grant), expiresAt);
  }

  /// As [WidgetTokens#read].
  public Optional<WidgetGrant> read(String token) {
    return tokens.read(token);
  }

  /// The envelope that answers under `/api` get by themselves.
  public ApiEnvelope answer(Object answer) {
    return ApiEnvelope.success(answer, clock.instant());
  }
}
