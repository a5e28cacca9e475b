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
  private static final Duration SHORTEST = Duration.ofSeconds(1);

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

  /// What is left until Genesys' list of conversations can be believed; zero or negative: it can.
  Duration beforeGenesysSettled(Doubt doubt) {
    return Duration.between(clock.instant(), doubt.since().plus(properties.genesysSettling()));
  }

  /// Twice as long as it took so far, so that many doubtful lanes do not use up the rate limit.
  Duration beforeAskingGenesysAgain(Doubt doubt) {
    Duration remaining = beforeGenesysSettled(doubt);
    Duration elapsed = Duration.between(doubt.since(), clock.instant());
    return elapsed.compareTo(remaining) < 0 ? elapsed : remaining;
  }

  Duration beforeAskingGenesysAfterTrouble() {
    return properties.genesysSettling();
  }

  Duration beforeLookingForAStatus() {
    return SHORTEST;
  }

  /// Twice as long as it took so far; a status that comes in between is looked at when it comes.
  Duration beforeLookingForAStatusAgain(Doubt doubt) {
    Duration elapsed = Duration.between(doubt.since(), clock.instant());
    Duration remaining = beforeGivingUpOnWhatsApp(doubt);
    Duration wait = elapsed.compareTo(SHORTEST) < 0 ? SHORTEST : elapsed;
    return wait.compareTo(remaining) < 0 ? wait : remaining;
  }

  /// What is left of the wait; zero or negative: long enough.
  Duration beforeGivingUpOnWhatsApp(Doubt doubt) {
    return Duration.between(clock.instant(), doubt.since().plus(properties.whatsAppWait()));
  }
}
