package io.agentportal.media;

import io.agentportal.media.MediaFileStore.Content;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes files whose time is over; harmless on any number of nodes.
@Component
class MediaUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(MediaUpkeep.class);
  private static final int AT_A_TIME = 200;

  private final MediaFileStore files;
  private final FileVault vault;
  private final Clock clock;

  MediaUpkeep(MediaFileStore files, FileVault vault, Clock clock) {
    this.files = files;
    this.vault = vault;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void deleteExpired() {
    List<Content> gone;
    do {
      gone = files.expireAcrossTenants(clock.instant(), AT_A_TIME);
      gone.forEach(this::remove);
    } while (gone.size() == AT_A_TIME);
  }

  /// The same content may have come with a newer message.
  private void remove(Content content) {
    try {
      if (!files.isUsed(content)) {
        vault.remove(content.tenantId(), content.digest());
      }
    } catch (IOException left) {
      LOG.atWarn()
          .setCause(left)
          .addKeyValue("tenant", content.tenantId())
          .log("A file whose time is over could not be deleted");
    }
  }
}
