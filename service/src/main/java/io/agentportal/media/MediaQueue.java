package io.agentportal.media;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Which files this node fetches now: those just announced, and those due again or left behind.
@Component
class MediaQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MediaQueue.class);
  private static final int LOOK_AT = 200;

  private final MediaFileStore files;
  private final MediaFetcher fetcher;
  private final Clock clock;
  private final Semaphore room;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<FileKey, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

  MediaQueue(MediaFileStore files, MediaFetcher fetcher, MediaProperties properties, Clock clock) {
    this.files = files;
    this.fetcher = fetcher;
    this.clock = clock;
    this.room = new Semaphore(properties.concurrency());
  }

  @TransactionalEventListener
  void on(FilesExpected expected) {
    expected.files().forEach(this::start);
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
  void takeDue() {
    try {
      files.dueAcrossTenants(clock.instant(), LOOK_AT).forEach(this::start);
    } catch (DataAccessException away) {
      LOG.atDebug().setCause(away).log("Files are looked for again in a second");
    }
  }

  /// Waits for a file that this node is fetching; not at all for others.
  void await(FileKey key, Duration most) {
    CompletableFuture<Void> fetching = running.get(key);
    if (fetching == null) {
      return;
    }
    try {
      fetching.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // Whoever asks looks at the row.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(FileKey key) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    if (running.putIfAbsent(key, mine) != null) {
      return;
    }
    threads.execute(() -> {
      try {
        room.acquire();
        try {
          fetcher.fetch(key);
        } finally {
          room.release();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failure) {
        LOG.atDebug().setCause(failure).log("A file is left for the next look");
      } finally {
        running.remove(key);
        mine.complete(null);
      }
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
