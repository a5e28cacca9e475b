package io.agentportal.platform.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// The oldest PostgreSQL that the statements are written for.
final class ServerVersion {
  private static final int OLDEST = 16;

  private ServerVersion() {}

  /// @throws StartException if the server is older than 16
  static void require(DataSource dataSource) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      DatabaseMetaData server = connection.getMetaData();
      if (server.getDatabaseMajorVersion() < OLDEST) {
        throw new StartException(
            "The database server is PostgreSQL "
                + server.getDatabaseProductVersion()
                + " (expected: "
                + OLDEST
                + " or newer).",
            "Upgrade it, or name another one in PORTAL_DATABASE_URL.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the server does not tell its version", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
