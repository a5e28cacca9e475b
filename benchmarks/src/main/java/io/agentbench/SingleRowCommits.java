package io.agentbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What the same database does with one row and one commit per webhook: a prepared insert of a body
/// into a table with nothing but a key, each in a transaction of its own.
final class SingleRowCommits {
  private static final int BODY_BYTES = 560;

  private final String url;
  private final Properties login = new Properties();

  /// @param dataFolder of a running service with the embedded database
  SingleRowCommits(Path dataFolder) throws IOException, SQLException {
    Path database = dataFolder.resolve("database");
    String port = Files.readString(database.resolve("port")).strip();
    url = "jdbc:postgresql://127.0.0.1:" + port + "/portal";
    login.setProperty("user", "portal");
    login.setProperty("password", Files.readString(database.resolve("password")).strip());
    login.setProperty("prepareThreshold", "1");
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists bench_commit
            (id bigint generated always as identity primary key, body bytea not null)
          """);
    }
  }

  /// Commits per second with so many connections, each with a thread of its own.
  double perSecond(int connections, Duration span) throws InterruptedException, ExecutionException {
    List<Future<Long>> clients = new ArrayList<>();
    long started = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        clients.add(threads.submit(() -> commitUntil(started + span.toNanos())));
      }
    }
    long commits = 0;
    for (Future<Long> client : clients) {
      commits += client.get();
    }
    return commits / ((System.nanoTime() - started) / 1e9);
  }

  private long commitUntil(long endNanos) throws SQLException {
    byte[] body = new byte[BODY_BYTES];
    long commits = 0;
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement("insert into bench_commit (body) values (?)")) {
      while (System.nanoTime() < endNanos) {
        insert.setBytes(1, body);
        insert.executeUpdate();
        commits++;
      }
    }
    return commits;
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url, login);
  }
}
