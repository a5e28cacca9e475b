package io.agentportal.bridge;

import io.agentportal.platform.db.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/// Proves that no other process runs on this data folder: an advisory lock of the database, held by
/// a connection of its own. It dies with the process, however that ends.
@Component
class InstallationLock {
  private static final Logger LOG = LoggerFactory.getLogger(InstallationLock.class);
  private static final String LOCK = "select pg_try_advisory_lock(?, hashtext(?))";
  private static final String UNLOCK = "select pg_advisory_unlock(?, hashtext(?))";

  /// First key of the lock; the second is the name's hash.
  private static final int SPACE = 0x6e6f_6465;

  private final DataSource database;
  private final String name;
  private @Nullable Connection session;

  InstallationLock(DataSource database, DataDirectory folder) {
    this.database = database;
    this.name = name(folder.resolve("node"));
  }

  /// The same after each restart on this folder.
  String name() {
    return name;
  }

  /// True if this process has the lock now.
  synchronized boolean take() {
    release();
    @Nullable Connection connection = null;
    try {
      connection = database.getConnection();
      if (isLocked(connection)) {
        session = connection;
        return true;
      }
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("The lock of this installation cannot be taken");
    }
    JdbcUtils.closeConnection(connection);
    return false;
  }

  synchronized void release() {
    if (session == null) {
      return;
    }
    try (Connection connection = session;
        PreparedStatement unlock = connection.prepareStatement(UNLOCK)) {
      unlock.setInt(1, SPACE);
      unlock.setString(2, name);
      unlock.execute();
    } catch (SQLException e) {
      LOG.atDebug().setCause(e).log("The connection with the lock was gone already");
    }
    session = null;
  }

  private boolean isLocked(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setInt(1, SPACE);
      statement.setString(2, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static String name(Path file) {
    try {
      if (Files.notExists(file)) {
        Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "node", null);
        Files.writeString(made, UUID.randomUUID().toString());
        Files.move(made, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("node name: " + file + " (expected: readable)", e);
    }
  }
}
