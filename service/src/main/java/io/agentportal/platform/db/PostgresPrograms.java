package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs `initdb`, `pg_ctl` and `postgres`, which refuse to run as root.
///
/// Root calls them inside a user namespace of their own (`unshare -U`: files stay root's, its
/// powers are gone), or as the user 65534 where namespaces are forbidden. Where `setpriv` exists,
/// the kernel interrupts the server when the thread that started it ends, hence also after `kill
/// -9` of the JVM.
final class PostgresPrograms {
  /// The user "nobody" of every Linux distribution.
  static final int NOBODY = 65_534;

  private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);
  private static final long PROGRAM_TIMEOUT_SECONDS = 120;
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");
  private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT");

  private final Path home;
  private final List<String> wrapper;
  private final boolean diesWithParent;

  private PostgresPrograms(Path home, List<String> wrapper, boolean diesWithParent) {
    this.home = home;
    this.wrapper = wrapper;
    this.diesWithParent = diesWithParent;
  }

  /// Finds out how the programs in `home` can be called by this user on this machine.
  ///
  /// @throws StartException if they cannot
  static PostgresPrograms in(Path home) {
    List<List<String>> wrappers = isRoot() ? List.of(NAMESPACE, AS_NOBODY) : List.of(List.of());
    for (boolean diesWithParent : new boolean[] {true, false}) {
      for (List<String> wrapper : wrappers) {
        var programs = new PostgresPrograms(home, wrapper, diesWithParent);
        if (programs.work()) {
          return programs;
        }
      }
    }
    throw new StartException(
        "The embedded PostgreSQL does not run here (" + home.resolve("bin/postgres") + ").",
        isRoot()
            ? "Start the service as an ordinary user, or name an external PostgreSQL in"
                + " PORTAL_DATABASE_URL."
            : "Name an external PostgreSQL 16 or newer in PORTAL_DATABASE_URL.");
  }

  /// Whether the server runs as another user, to whom its folder has to be given.
  boolean runAsNobody() {
    return wrapper.equals(AS_NOBODY);
  }

  /// The first number of the programs' version, as in a data directory's `PG_VERSION`.
  String majorVersion() throws IOException {
    String answer = run("postgres", List.of("--version"), "").strip();
    String version = answer.substring(answer.lastIndexOf(' ') + 1);
    return version.split("\\.", 2)[0];
  }

  /// The server's command; it has to be started by a thread that lives as long as the server shall.
  List<String> server(List<String> arguments) {
    return command("postgres", arguments);
  }

  /// Runs a program to its end, with `input` as its standard input.
  ///
  /// @return what it wrote
  /// @throws IOException if it failed; the message is what it wrote
  String run(String program, List<String> arguments, String input) throws IOException {
    Outcome outcome = run(command(program, arguments), input);
    if (outcome.exitCode != 0) {
      throw new IOException(program + " failed: " + outcome.output.strip());
    }
    return outcome.output;
  }

  /// A process builder without settings of PostgreSQL or of a language from the caller's
  /// environment.
  static ProcessBuilder process(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG") || isLanguage(name));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private boolean work() {
    try {
      return run(server(List.of("--version")), "").exitCode == 0;
    } catch (IOException e) {
      log.debug("PostgreSQL cannot be called this way", e);
      return false;
    }
  }

  private List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(wrapper);
    if (diesWithParent) {
      command.addAll(DIE_WITH_PARENT);
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private record Outcome(int exitCode, String output) {}

  private static Outcome run(List<String> command, String input) throws IOException {
    Process process = process(command).start();
    try {
      try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
        stdin.write(input);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PROGRAM_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(command + " did not end in time: " + output);
      }
      return new Outcome(process.exitValue(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isLanguage(String name) {
    return name.equals("LANG") || name.equals("LANGUAGE") || name.startsWith("LC_");
  }

  private static boolean isRoot() {
    Path self = Path.of("/proc/self");
    try {
      if (Files.exists(self)) {
        return Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
      }
    } catch (IOException e) {
      log.debug("the owner of this process is not in /proc", e);
    }
    return "root".equals(System.getProperty("user.name"));
  }
}
