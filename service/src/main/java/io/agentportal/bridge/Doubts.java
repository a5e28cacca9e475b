package io.agentportal.bridge;

import io.agentportal.bridge.BridgeProperties.Uncertain;
import io.agentportal.bridge.LaneStore.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How long to wait before an attempt that may have arrived is judged.
@Component
class Doubts {
  private final Uncertain properties;
  private final Clock clock;

  Doubts(BridgeProperties properties, Clock clock) {
    this.properties = properties.uncertain();
    this.clock = clock;
  }

  /// What is known of a delivery before an attempt.
  ///
  /// @param since when the doubtful attempt was; without meaning if there is no doubt
  record Doubt(boolean mayHaveArrived, Instant since) {}

  /// Of a lane just claimed: it was left in doubt if it still names what it was sending.
  Doubt of(Held held) {
    Instant since = held.uncertainSince();
    return new Doubt(held.sending() != null, since == null ? clock.instant() : since);
  }

  /// Of a delivery that nobody has tried, or whose last attempt certainly did not arrive.
  Doubt none() {
    return new Doubt(false, clock.instant());
  }

  Duration beforeAskingGenesys() {
    return properties.genesysWait();
  }

  /// What is left of the wait; zero or negative: long enough.
  Duration beforeAskingGenesys(Doubt doubt) {
    return Duration.between(clock.instant(), doubt.since().plus(properties.genesysWait()));
  }

  Duration beforeGivingUpOnWhatsApp() {
    return properties.whatsAppWait();
  }

  /// What is left of the wait; zero or negative: long enough.
  Duration beforeGivingUpOnWhatsApp(Doubt doubt) {
    return Duration.between(clock.instant(), doubt.since().plus(properties.whatsAppWait()));
  }
}
