package io.agentportal.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The session as the console sees it.
///
/// @param accessToken of the same session, for at most 15 minutes; never stored
/// @param expiresAt milliseconds since 1970; slides with use
/// @param absoluteExpiresAt milliseconds since 1970; does not slide
record SessionView(
    User user,
    String accessToken,
    long expiresAt,
    String tenantId,
    long absoluteExpiresAt,
    Organization tenant) {

  /// @param role `admin` or `viewer`
  /// @param avatarUrl left out if there is none
  record User(
      String id,
      String email,
      String name,
      String tenantId,
      String role,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String avatarUrl,
      Instant createdAt) {}

  /// @param timezone IANA name
  /// @param locale BCP 47
  record Organization(String id, String name, String timezone, String locale, boolean onboarded) {}

  static SessionView of(Session session, Tenant tenant, String accessToken) {
    PortalUser user = session.user();
    return new SessionView(
        new User(
            user.id().toString(),
            user.email(),
            user.name(),
            user.tenantId().toString(),
            user.role().wireName(),
            user.avatarUrl(),
            user.createdAt()),
        accessToken,
        session.expiresAt().toEpochMilli(),
        tenant.id().toString(),
        session.absoluteExpiresAt().toEpochMilli(),
        new Organization(
            tenant.id().toString(),
            tenant.name(),
            tenant.zone().getId(),
            tenant.locale().toLanguageTag(),
            tenant.isOnboarded()));
  }
}
