package io.agentportal.platform.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/// Says what is wrong with an external database, from the SQL state that it or the driver gave.
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  private static final String CHECK_URL =
      "Check PORTAL_DATABASE_URL and that the server takes connections from this machine.";
  private static final String CHECK_USER =
      "Check PORTAL_DATABASE_USER and PORTAL_DATABASE_PASSWORD.";
  private static final String EXTENSIONS =
      "Let its administrator run once: create extension pg_trgm; create extension btree_gin;";

  private final Environment environment;

  DatabaseFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (reason.contains("extension")) {
      return say("does not offer an extension that the portal needs", reason, EXTENSIONS, cause);
    }
    if (state.startsWith("08")) {
      return say("cannot be reached", reason, CHECK_URL, cause);
    }
    return switch (state) {
      case "28000", "28P01" -> say("refused the user", reason, CHECK_USER, cause);
      case "3D000" -> say("does not have that database", reason, CHECK_URL, cause);
      case "42501" -> say("does not let the user make tables", reason, CHECK_USER, cause);
      case "53300" ->
          say(
              "has no connection left",
              reason,
              "Raise its max_connections, or close others.",
              cause);
      default -> null;
    };
  }

  private FailureAnalysis say(String problem, String reason, String action, SQLException cause) {
    String url = environment.getProperty("portal.database.url", "");
    String where = url.isBlank() ? "(embedded)" : "at " + url.split("\\?", 2)[0];
    return new FailureAnalysis(
        "The database " + where + " " + problem + " (" + reason + ").", action, cause);
  }
}
