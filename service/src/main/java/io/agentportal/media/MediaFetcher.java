package io.agentportal.media;

import io.agentportal.media.FileStanding.State;
import io.agentportal.media.MediaFileStore.Result;
import io.agentportal.platform.client.FileOutcome;
import io.agentportal.platform.client.FileOutcome.Fetched;
import io.agentportal.platform.client.FileOutcome.Gone;
import io.agentportal.platform.client.FileOutcome.Later;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches one file, checks it and keeps it; or notes why not, and when to try again.
@Component
class MediaFetcher {
  private static final Logger LOG = LoggerFactory.getLogger(MediaFetcher.class);

  /// A node that dies while it fetches leaves the file to others after this.
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final MediaFileStore files;
  private final FileSources sources;
  private final FileInspection inspection;
  private final FileVault vault;
  private final MediaProperties properties;
  private final Clock clock;

  MediaFetcher(
      MediaFileStore files,
      FileSources sources,
      FileInspection inspection,
      FileVault vault,
      MediaProperties properties,
      Clock clock) {
    this.files = files;
    this.sources = sources;
    this.inspection = inspection;
    this.vault = vault;
    this.properties = properties;
    this.clock = clock;
  }

  /// Fetches it if it is due and nobody else does.
  void fetch(FileKey key) {
    Instant now = clock.instant();
    files.claim(key, now, now.plus(LEASE)).ifPresent(file -> files.settle(key, attempt(file)));
  }

  private Result attempt(MediaFile file) {
    Path work = null;
    try {
      work = Files.createTempFile(inspection.workFolder(), "fetch", ".part");
      FileOutcome outcome = sources.fetch(file, work, properties.maxBytes());
      return switch (outcome) {
        case Fetched fetched -> checked(file, fetched, work);
        case Later(var reason) -> later(file, reason);
        case Gone(var code, var reason) -> over(State.MISSING, code, reason);
      };
    } catch (IOException | RuntimeException failure) {
      LOG.atWarn()
          .setCause(failure)
          .addKeyValue("tenant", file.tenantId())
          .addKeyValue("file", file.id())
          .log("A file cannot be kept and is tried again");
      return later(file, "The portal could not keep the file.");
    } finally {
      delete(work);
    }
  }

  private Result checked(MediaFile file, Fetched fetched, Path work) throws IOException {
    FileInspection.Finding found = inspection.inspect(file.announced(), fetched, work);
    return switch (found) {
      case FileInspection.Damaged(var reason) -> later(file, reason);
      case FileInspection.Refused(var code, var reason) -> over(State.REFUSED, code, reason);
      case FileInspection.Good(var mime, var bytes, var digest) -> {
        vault.keep(file.tenantId(), digest, work);
        yield new Result(State.KEPT, null, null, null, mime, bytes, digest);
      }
    };
  }

  /// 1, 2, 4, ... seconds, until it is given up.
  private Result later(MediaFile file, String reason) {
    Instant now = clock.instant();
    if (!now.isBefore(file.createdAt().plus(properties.giveUpAfter()))) {
      return over(State.MISSING, "not-fetched", reason);
    }
    Duration pause = Duration.ofSeconds(1L << Math.clamp(file.attempts() - 1, 0, 10));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return new Result(State.WAITING, "later", reason, now.plus(bounded), null, -1, null);
  }

  private static Result over(State state, String code, String reason) {
    return new Result(state, code, reason, null, null, -1, null);
  }

  private static void delete(@org.jspecify.annotations.Nullable Path work) {
    try {
      if (work != null) {
        Files.deleteIfExists(work);
      }
    } catch (IOException left) {
      LOG.atDebug().setCause(left).log("A temporary file stays until the next start");
    }
  }
}
