package io.agentportal.platform.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, with its data in the data folder, on this machine's loopback
/// address.
///
/// The programs come from the class path. The data stays when the server stops. Only one process at
/// a time can use a folder. The server ends with this JVM, however that ends.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final FolderLock lock;
  private final PostgresCluster cluster;
  private final ServerKeeper keeper;
  private final int port;

  private EmbeddedPostgres(
      FolderLock lock, PostgresCluster cluster, ServerKeeper keeper, int port) {
    this.lock = lock;
    this.cluster = cluster;
    this.keeper = keeper;
    this.port = port;
  }

  /// How to start a server.
  ///
  /// @param port 0 for the port of the last start, or a free one
  /// @param settings PostgreSQL's settings by their names, values with PostgreSQL's units (`128MB`,
  ///   `15min`)
  public record Options(int port, Duration startTimeout, Map<String, String> settings) {
    public Options {
      settings = Map.copyOf(settings);
    }
  }

  /// Starts the server and returns when it takes connections; the first start makes the database.
  ///
  /// @throws StartException in one sentence, for every reason that keeps it from starting
  public static EmbeddedPostgres start(DataDirectory folder, Options options) {
    FolderLock lock = FolderLock.take(folder);
    try {
      return start(folder, options, lock);
    } catch (IOException e) {
      release(lock);
      throw new StartException(
          "The embedded database in " + folder + " did not start (" + e.getMessage() + ").",
          "The server's own words are in " + folder.resolve("database/server.log") + ".",
          e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /// Address for JDBC, without user and password.
  public String url() {
    return url(PostgresCluster.PORTAL);
  }

  /// Address for JDBC of another database of the same server.
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Name of the database's owner.
  public String user() {
    return PostgresCluster.PORTAL;
  }

  /// The password, made at random with the database.
  public String password() {
    try {
      return cluster.password();
    } catch (IOException e) {
      throw new StartException(
          "The password of the embedded database cannot be read (" + e + ").",
          "Restore the folder " + cluster.folder() + " from a backup.",
          e);
    }
  }

  /// Number of the server's process.
  long pid() {
    return keeper.pid();
  }

  /// Stops the server; its data stays.
  @Override
  public void close() {
    try {
      keeper.stop(STOP_PATIENCE);
    } finally {
      release(lock);
    }
  }

  private static EmbeddedPostgres start(DataDirectory folder, Options options, FolderLock lock)
      throws IOException {
    var home = PostgresArchive.forThisMachine().unpackInto(folder.resolve("cache"));
    var programs = PostgresPrograms.in(home);
    var cluster = PostgresCluster.open(folder.resolve("database"), programs);
    var processes = new ServerProcesses(cluster.data(), programs);
    processes.clearTheWay();
    cluster.rotateLog();
    int port = choosePort(cluster, options);
    List<String> command = programs.server(arguments(cluster, port, options.settings()));
    var keeper = new ServerKeeper(command, cluster, processes, options.startTimeout());
    keeper.start();
    cluster.rememberPort(port);
    log.info("embedded database is ready folder={} port={}", cluster.folder(), port);
    return new EmbeddedPostgres(lock, cluster, keeper, port);
  }

  private static List<String> arguments(
      PostgresCluster cluster, int port, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
    settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    arguments.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    arguments.addAll(List.of("-c", "unix_socket_directories="));
    return arguments;
  }

  private static int choosePort(PostgresCluster cluster, Options options) throws IOException {
    if (options.port() != 0) {
      if (!isFree(options.port())) {
        throw new StartException(
            "Port " + options.port() + ", meant for the embedded database, is in use.",
            "Set portal.database.embedded.port to another one, or to 0 for any.");
      }
      return options.port();
    }
    int remembered = cluster.rememberedPort().orElse(0);
    return remembered != 0 && isFree(remembered) ? remembered : freePort();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void release(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      log.debug("the lock of the data folder was not released", e);
    }
  }
}
