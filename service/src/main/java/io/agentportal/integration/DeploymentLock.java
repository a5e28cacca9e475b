package io.agentportal.integration;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/// Lets one deployment of a tenant run at a time, over all nodes: an advisory lock of the database,
/// held by a connection of its own. A node that dies lets go of it.
@Component
class DeploymentLock {
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentLock.class);
  private static final String LOCK = "select pg_try_advisory_lock(?, hashtext(?))";
  private static final String UNLOCK = "select pg_advisory_unlock(?, hashtext(?))";

  /// First key of the lock; the second is the tenant's hash.
  private static final int SPACE = 0x6465_706c;

  private final DataSource database;

  DeploymentLock(DataSource database) {
    this.database = database;
  }

  /// A lock that is held until it is closed.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Empty if somebody else has it.
  Optional<Held> take(TenantId tenantId) {
    Connection connection = null;
    try {
      connection = database.getConnection();
      if (isLocked(connection, tenantId)) {
        Connection session = connection;
        return Optional.of(() -> release(session, tenantId));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      JdbcUtils.closeConnection(connection);
      throw new DataAccessResourceFailureException("the lock of a deployment", e);
    }
  }

  private static boolean isLocked(Connection connection, TenantId tenantId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setInt(1, SPACE);
      statement.setString(2, tenantId.toString());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void release(Connection held, TenantId tenantId) {
    try (Connection connection = held;
        PreparedStatement unlock = connection.prepareStatement(UNLOCK)) {
      unlock.setInt(1, SPACE);
      unlock.setString(2, tenantId.toString());
      unlock.execute();
    } catch (SQLException e) {
      LOG.atDebug().setCause(e).log("The connection with the lock was gone already");
    }
  }
}
