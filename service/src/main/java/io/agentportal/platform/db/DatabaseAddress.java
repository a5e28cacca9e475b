package io.agentportal.platform.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Where the database is and who we are there.
final class DatabaseAddress implements JdbcConnectionDetails {
  private static final String JDBC = "jdbc:";

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  /// @param url for JDBC; the prefix `jdbc:` may be missing
  DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
    String complete = url.startsWith(JDBC) ? url : JDBC + url;
    this.url = complete.replaceFirst("^jdbc:postgres:", "jdbc:postgresql:");
    this.user = user;
    this.password = password;
    if (!this.url.startsWith("jdbc:postgresql:")) {
      throw new StartException(
          "PORTAL_DATABASE_URL names no PostgreSQL (expected: jdbc:postgresql://host:5432/database).",
          "Correct it, or leave it out for the embedded database.");
    }
    if (this.url.matches("jdbc:postgresql://[^/]*@.*")) {
      throw new StartException(
          "PORTAL_DATABASE_URL carries a user before the host.",
          "Give them as PORTAL_DATABASE_USER and PORTAL_DATABASE_PASSWORD.");
    }
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public @Nullable String getUsername() {
    return user;
  }

  @Override
  public @Nullable String getPassword() {
    return password;
  }

  /// Without the password, and without the parameters, which may hold one.
  @Override
  public String toString() {
    return url.split("\\?", 2)[0];
  }
}
