package io.agentportal.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long people stay signed in.
///
/// @param idle without use, at least 15 minutes, else clients would renew without pause
/// @param absolute however much it is used
/// @param accessToken of one token given to scripts, at most 15 minutes
@ConfigurationProperties("portal.session")
record SessionProperties(
    @DefaultValue("60m") Duration idle,
    @DefaultValue("12h") Duration absolute,
    @DefaultValue("15m") Duration accessToken) {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  SessionProperties {
    check(idle.compareTo(QUARTER) >= 0, "idle: " + idle + " (expected: 15m or more)");
    check(absolute.compareTo(idle) >= 0, "absolute: " + absolute + " (expected: idle or more)");
    check(
        accessToken.compareTo(QUARTER) <= 0,
        "access-token: " + accessToken + " (expected: 15m or less)");
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("portal.session." + problem);
    }
  }
}
