package io.agentportal.identity.confirmation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of confirmations.
///
/// @param patience how long people may take at Genesys
/// @param valid how long a confirmation may be used; 5 minutes at most
@ConfigurationProperties("portal.confirmation")
record ConfirmationProperties(
    @DefaultValue("5m") Duration patience, @DefaultValue("5m") Duration valid) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  ConfirmationProperties {
    if (valid.isNegative() || valid.isZero() || valid.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "portal.confirmation.valid: " + valid + " (expected: more than 0, at most 5m)");
    }
  }
}
