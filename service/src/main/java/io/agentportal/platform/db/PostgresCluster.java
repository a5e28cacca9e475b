package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of one embedded database: `cluster` (PostgreSQL's own), `password`, `port`,
/// `server.log`.
///
/// It appears whole, with the database `portal` inside, or not at all.
record PostgresCluster(Path folder) {
  /// Name of the database and of its owner.
  static final String PORTAL = "portal";

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
  private static final int PASSWORD_BYTES = 24;

  /// Makes the database where it is missing, and checks that its version fits the programs.
  ///
  /// @throws StartException if it cannot be made, or belongs to another version of PostgreSQL
  static PostgresCluster open(Path folder, PostgresPrograms programs) {
    var cluster = new PostgresCluster(folder);
    try {
      FileTrees.deleteHalves(folder);
      if (!Files.exists(folder)) {
        log.info("making the embedded database folder={}", folder);
        FileTrees.createWhole(folder, half -> fill(half, programs));
      }
      cluster.requireVersionOf(programs);
    } catch (IOException e) {
      throw new StartException(
          "The embedded database cannot be made in " + folder + " (" + e.getMessage() + ").",
          "Make sure that this folder can be written and 200 MB are free there.",
          e);
    }
    return cluster;
  }

  /// PostgreSQL's data directory.
  Path data() {
    return folder.resolve("cluster");
  }

  Path serverLog() {
    return folder.resolve("server.log");
  }

  String password() throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }

  /// The port of the last start; empty before the first, and where it is not known.
  Optional<Integer> rememberedPort() throws IOException {
    Path file = folder.resolve("port");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // Empty if the service was killed while it wrote the file.
    return Optional.of(Files.readString(file).strip())
        .filter(port -> port.matches("\\d{1,5}"))
        .map(Integer::valueOf);
  }

  void rememberPort(int port) throws IOException {
    Files.writeString(folder.resolve("port"), port + "\n");
  }

  /// Keeps the log of the previous start beside the new one.
  void rotateLog() throws IOException {
    if (Files.exists(serverLog())) {
      Files.move(
          serverLog(), folder.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The last lines that the server wrote, for an error that an operator reads.
  String lastWords() {
    try (Stream<String> lines = Files.lines(serverLog())) {
      List<String> all = lines.toList();
      return String.join(" / ", all.subList(Math.max(0, all.size() - 3), all.size()));
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  private static void fill(Path half, PostgresPrograms programs) throws IOException {
    var cluster = new PostgresCluster(half);
    Path password = half.resolve("password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, randomPassword());
    Files.createDirectory(cluster.data());
    if (programs.runAsNobody()) {
      giveToNobody(List.of(half, cluster.data(), password));
    }
    programs.run("initdb", initArguments(cluster.data(), password), "");
    programs.run(
        "postgres",
        List.of("--single", "-D", cluster.data().toString(), "postgres"),
        "create database " + PORTAL + "\n");
    if (programs.runAsNobody()) {
      giveToRoot(List.of(password));
    }
  }

  private static List<String> initArguments(Path data, Path password) {
    return List.of(
        "--pgdata=" + data,
        "--username=" + PORTAL,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--data-checksums",
        "--encoding=UTF8",
        "--locale=" + locale(),
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  /// Sorting comes from PostgreSQL itself (`C.UTF-8`); the C library only says what a letter is.
  private static String locale() {
    boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    return isMac ? "en_US.UTF-8" : "C.UTF-8";
  }

  private static String randomPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void giveToNobody(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.setAttribute(file, "unix:gid", PostgresPrograms.NOBODY);
      Files.setAttribute(file, "unix:uid", PostgresPrograms.NOBODY);
    }
  }

  private static void giveToRoot(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.setAttribute(file, "unix:uid", 0);
      Files.setAttribute(file, "unix:gid", 0);
    }
  }

  private void requireVersionOf(PostgresPrograms programs) throws IOException {
    String found = Files.readString(data().resolve("PG_VERSION")).strip();
    String expected = programs.majorVersion();
    if (!found.equals(expected)) {
      throw new StartException(
          "The database in "
              + folder
              + " was made by PostgreSQL "
              + found
              + " (expected: "
              + expected
              + ").",
          "Start the release of Agent Portal that made it and export from there, or name another"
              + " folder in PORTAL_DATA_DIR.");
    }
  }
}
