package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL processes that work in one data directory, whoever started them.
///
/// A process is told by what it is, never by its number alone: numbers are used again. PostgreSQL's
/// processes all have the data directory as their working directory, which Linux shows in `/proc`.
record ServerProcesses(Path data, PostgresPrograms programs) {
  private static final Logger log = LoggerFactory.getLogger(ServerProcesses.class);
  private static final boolean HAS_PROC = Files.isDirectory(Path.of("/proc/self"));
  private static final Duration FAST_STOP = Duration.ofSeconds(30);

  /// Stops a server that a killed service left behind, and removes its lock file if that is stale.
  ///
  /// @throws StartException if the server cannot be stopped
  void clearTheWay() {
    try {
      List<ProcessHandle> running = running();
      if (!running.isEmpty()) {
        log.info("ending what is left of an earlier database server folder={}", data);
        stop(FAST_STOP);
        awaitEnd(running);
      }
      if (lockHolder().flatMap(ProcessHandle::of).isPresent()) {
        log.info(
            "the lock of the database names an unrelated process; removing it folder={}", data);
        Files.delete(lockFile());
      }
    } catch (IOException e) {
      throw new StartException(
          "A database server left in " + data + " cannot be stopped (" + e.getMessage() + ").",
          "Stop its processes by hand and start again.",
          e);
    }
  }

  /// Asks the server to end its sessions, write everything and go; after `patience` it is told to
  /// go at once.
  void stop(Duration patience) throws IOException {
    if (lockHolder().flatMap(ProcessHandle::of).filter(this::worksHere).isEmpty()) {
      return;
    }
    try {
      programs.run("pg_ctl", stopArguments("fast", patience), "");
    } catch (IOException e) {
      log.warn("the database server did not stop in time; it will recover at its next start", e);
      programs.run("pg_ctl", stopArguments("immediate", patience), "");
    }
  }

  /// Number of the server that `postmaster.pid` names, alive or not.
  Optional<Long> lockHolder() throws IOException {
    return lockLine(0).map(line -> Long.valueOf(line.strip()));
  }

  /// Whether the server with this number takes connections.
  boolean isReady(long pid) throws IOException {
    return lockHolder().filter(holder -> holder == pid).isPresent()
        && lockLine(7).filter(line -> line.strip().equals("ready")).isPresent();
  }

  private List<ProcessHandle> running() throws IOException {
    if (!HAS_PROC) {
      return lockHolder().flatMap(ProcessHandle::of).filter(this::worksHere).stream().toList();
    }
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(this::worksHere).toList();
    }
  }

  private boolean worksHere(ProcessHandle process) {
    if (process.info().command().filter(command -> command.endsWith("postgres")).isEmpty()) {
      return false;
    }
    Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return !HAS_PROC || Files.isSameFile(workingFolder, data);
    } catch (IOException e) {
      return false; // ended meanwhile, or another user's
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws IOException {
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(FAST_STOP.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for process " + process.pid(), e);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("process " + process.pid() + " does not end", e);
      }
    }
  }

  private List<String> stopArguments(String mode, Duration patience) {
    return List.of(
        "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "" + patience.toSeconds());
  }

  private Optional<String> lockLine(int index) throws IOException {
    try {
      List<String> lines = Files.readAllLines(lockFile());
      return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path lockFile() {
    return data.resolve("postmaster.pid");
  }
}
