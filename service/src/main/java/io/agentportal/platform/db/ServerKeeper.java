package io.agentportal.platform.db;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the server's process, and starts it again if it dies without having been asked to.
///
/// One platform thread does it all and lives as long as the server: the kernel ends the server when
/// the thread that started it ends.
final class ServerKeeper {
  private static final Logger log = LoggerFactory.getLogger(ServerKeeper.class);
  private static final long READY_CHECK_NANOS = Duration.ofMillis(10).toNanos();
  private static final Duration PAUSE_BETWEEN_STARTS = Duration.ofSeconds(5);

  private final List<String> command;
  private final PostgresCluster cluster;
  private final ServerProcesses processes;
  private final Duration startTimeout;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final Thread thread;

  private volatile boolean isStopping;
  private volatile @Nullable Process server;

  ServerKeeper(
      List<String> command,
      PostgresCluster cluster,
      ServerProcesses processes,
      Duration startTimeout) {
    this.command = command;
    this.cluster = cluster;
    this.processes = processes;
    this.startTimeout = startTimeout;
    this.thread = Thread.ofPlatform().name("embedded-postgres").daemon().unstarted(this::keep);
  }

  /// Returns when the server takes connections.
  void start() throws IOException {
    thread.start();
    try {
      firstStart.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(startTimeout);
      throw new IOException("interrupted while the server started", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException known ? known : new IOException(cause);
    }
  }

  long pid() {
    Process current = server;
    return current == null ? -1 : current.pid();
  }

  /// Stops the server, in order if it can be done within `patience`.
  void stop(Duration patience) {
    isStopping = true;
    LockSupport.unpark(thread);
    Process current = server;
    if (current == null || !current.isAlive()) {
      return;
    }
    try {
      processes.stop(patience);
      if (!current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        current.destroyForcibly();
      }
    } catch (IOException e) {
      log.warn("the database server had to be killed; it will recover at its next start", e);
      current.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      current.destroyForcibly();
    }
  }

  private void keep() {
    try {
      runOnce();
    } catch (IOException | RuntimeException e) {
      firstStart.completeExceptionally(e);
      return;
    }
    while (!isStopping) {
      try {
        processes.clearTheWay();
        runOnce();
      } catch (IOException | RuntimeException e) {
        log.error("the database server cannot be started again yet", e);
        LockSupport.parkNanos(PAUSE_BETWEEN_STARTS.toNanos());
      }
    }
  }

  private void runOnce() throws IOException {
    Process process =
        PostgresPrograms.process(command)
            .redirectOutput(Redirect.appendTo(cluster.serverLog().toFile()))
            .start();
    server = process;
    awaitReady(process);
    firstStart.complete(null);
    int exitCode = process.onExit().join().exitValue();
    if (!isStopping) {
      log.error(
          "the database server ended by itself; starting it again exitCode={} words={}",
          exitCode,
          cluster.lastWords());
    }
  }

  private void awaitReady(Process process) throws IOException {
    long startedAt = System.nanoTime();
    while (!processes.isReady(process.pid())) {
      if (!process.isAlive()) {
        throw new IOException("the server ended at once: " + cluster.lastWords());
      }
      if (System.nanoTime() - startedAt > startTimeout.toNanos()) {
        process.destroyForcibly();
        throw new IOException("the server was not ready within " + startTimeout);
      }
      LockSupport.parkNanos(READY_CHECK_NANOS);
    }
  }
}
