package io.agentportal.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One named check of the connectivity test: under way, or what came of it. Holds nothing secret.
///
/// @param id stable, `genesys.token`
/// @param durationMs null while it runs, and if it was skipped
/// @param finding what was found, in English; null while it runs
/// @param advice what to do; null if there is nothing to do
/// @param code stable name of the finding, for translations; null while it runs
public record Check(
    String id,
    Group group,
    Status status,
    Instant startedAt,
    @Nullable Long durationMs,
    @Nullable String finding,
    @Nullable String advice,
    @Nullable String code,
    List<Fact> facts) {

  /// A line of what was found, for people.
  public record Fact(String label, String value) {}

  /// What a check is about.
  public enum Group {
    GENESYS,
    WHATSAPP,
    WEBHOOK;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it stands.
  public enum Status {
    RUNNING,
    SUCCESS,
    /// It works, but look at it.
    WARNING,
    ERROR,
    /// Could not be judged, because something before it is missing.
    SKIPPED;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
