package io.agentportal.settings.replacement;

import io.agentportal.credentials.CredentialFacts;
import io.agentportal.credentials.CredentialVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What admins see of a stored credential.
///
/// @param expiresAt null: never, or nobody knows
/// @param status `active`, `expiring-soon` within 30 days, or `expired`
/// @param warnings what the partner says about it, sentences
/// @param canRollBack whether the version before can be brought back
public record CredentialDetail(
    String type,
    String maskedValue,
    Instant lastUpdated,
    @Nullable Instant expiresAt,
    boolean neverExpires,
    String status,
    List<String> warnings,
    boolean canRollBack,
    List<Version> versions) {
  private static final Duration SOON = Duration.ofDays(30);
  private static final int SHOWN = 10;

  /// @param state `current`, `accepted`, `kept`, `erased` or `pending`
  public record Version(int version, Instant createdAt, String state) {}

  static CredentialDetail of(
      CredentialType type, CredentialFacts facts, List<CredentialVersion> versions, Instant now) {
    return new CredentialDetail(
        type.wireName(),
        facts.maskedValue(),
        facts.lastUpdated(),
        facts.expiresAt(),
        facts.neverExpires(),
        status(facts.expiresAt(), now),
        facts.warnings(),
        versions.stream().anyMatch(CredentialDetail::isPrevious),
        versions.stream().limit(SHOWN).map(CredentialDetail::shown).toList());
  }

  private static boolean isPrevious(CredentialVersion version) {
    return switch (version.state()) {
      case KEPT, ACCEPTED -> true;
      case PENDING, CURRENT, ERASED -> false;
    };
  }

  private static Version shown(CredentialVersion version) {
    return new Version(
        version.version(), version.createdAt(), version.state().name().toLowerCase(Locale.ROOT));
  }

  private static String status(@Nullable Instant expiresAt, Instant now) {
    if (expiresAt == null || expiresAt.isAfter(now.plus(SOON))) {
      return "active";
    }
    return expiresAt.isAfter(now) ? "expiring-soon" : "expired";
  }
}
