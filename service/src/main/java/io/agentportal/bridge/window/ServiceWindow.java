package io.agentportal.bridge.window;

import io.agentportal.conversations.Transcript;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The 24 hours after a customer's message in which WhatsApp takes more than templates.
@Component
public class ServiceWindow {
  private static final Duration LENGTH = Duration.ofHours(24);

  private final Transcript transcript;
  private final Clock clock;

  ServiceWindow(Transcript transcript, Clock clock) {
    this.transcript = transcript;
    this.clock = clock;
  }

  /// Whether WhatsApp would refuse what is not a template. False where the customer has never
  /// written through the portal: they may have before, so WhatsApp is asked.
  ///
  /// @param phoneNumberId the business number it would be sent from
  public boolean isClosed(TenantId tenant, UUID contactId, String phoneNumberId) {
    Instant opened = clock.instant().minus(LENGTH);
    return transcript
        .lastWritten(tenant, contactId, phoneNumberId)
        .filter(last -> last.isBefore(opened))
        .isPresent();
  }
}
