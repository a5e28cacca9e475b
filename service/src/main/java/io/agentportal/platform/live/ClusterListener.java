package io.agentportal.platform.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears what changed at other nodes, on a connection of its own, and passes it to the streams of
/// this one. A lost connection is opened again; the streams are then told that something may have
/// been missed.
@Component
class ClusterListener implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ClusterListener.class);

  /// After this long without news the connection is asked whether it still lives.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final JdbcConnectionDetails database;
  private final ClusterSender self;
  private final LiveStreams streams;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Connection connection;

  ClusterListener(JdbcConnectionDetails database, ClusterSender self, LiveStreams streams) {
    this.database = database;
    this.self = self;
    this.streams = streams;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("live-listener").start(this::listenForever);
  }

  @Override
  public void stop() {
    running = false;
    Thread listening = thread;
    if (listening != null) {
      listening.interrupt();
    }
    abort(connection);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listenForever() {
    Duration pause = FIRST_PAUSE;
    boolean missedSome = false;
    while (isRunning()) {
      long openedNanos = System.nanoTime();
      listen(missedSome);
      missedSome = true;
      pause = lasted(openedNanos) ? FIRST_PAUSE : longer(pause);
      if (!sleep(pause)) {
        return;
      }
    }
  }

  /// Until the connection is lost.
  private void listen(boolean missedSome) {
    try (Connection opened =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
      connection = opened;
      try (Statement statement = opened.createStatement()) {
        statement.execute("listen " + ClusterMessage.CHANNEL);
      }
      if (missedSome) {
        streams.announceGap();
      }
      PGConnection notifications = opened.unwrap(PGConnection.class);
      while (isRunning()) {
        receive(notifications, opened);
      }
    } catch (SQLException e) {
      if (isRunning()) {
        log.atInfo()
            .addKeyValue("reason", e.getMessage())
            .log("Connection for live updates was lost and is opened again");
      }
    }
  }

  private void receive(PGConnection notifications, Connection opened) throws SQLException {
    PGNotification[] received =
        notifications.getNotifications(Math.toIntExact(PATIENCE.toMillis()));
    if (received == null || received.length == 0) {
      try (Statement statement = opened.createStatement()) {
        statement.execute("select 1");
      }
      return;
    }
    for (PGNotification notification : received) {
      accept(notification.getParameter());
    }
  }

  private void accept(String payload) {
    try {
      ClusterMessage message = ClusterMessage.read(payload);
      if (!message.node().equals(self.node())) {
        streams.announce(message.activity());
      }
    } catch (IllegalArgumentException e) {
      log.warn("Notification was not understood", e);
    }
  }

  private static boolean lasted(long openedNanos) {
    return System.nanoTime() - openedNanos > LONGEST_PAUSE.toNanos();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void abort(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("Connection for live updates did not close", e);
    }
  }
}
