package io.agentportal.platform.crypto;

import io.agentportal.platform.db.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Replaces the master key while the service runs: when somebody puts a file named
/// `rotate-master-key` into the data folder, which only the service's own user can.
///
/// A key kept in the data folder gets a successor, which seals from then on. A key given from
/// outside is replaced there first (added to the keyset on every node, then made the primary one).
/// In both cases all that is sealed with the master key is sealed anew; when the file is gone, it
/// is done.
@Component
class MasterKeyRotation {
  static final String REQUEST = "rotate-master-key";
  private static final Logger log = LoggerFactory.getLogger(MasterKeyRotation.class);

  private final Sealer master;
  private final Optional<MasterKeyFile> file;
  private final Path request;
  private final List<MasterSealed> sealed;
  private final MasterKeyCheckStore check;

  MasterKeyRotation(
      Sealer master,
      MasterKeyProperties properties,
      DataDirectory folder,
      List<MasterSealed> sealed,
      JdbcClient jdbc) {
    this.master = master;
    this.file =
        properties.hasMasterKey() ? Optional.empty() : Optional.of(new MasterKeyFile(folder));
    this.request = folder.resolve(REQUEST);
    this.sealed = sealed;
    this.check = new MasterKeyCheckStore(jdbc);
  }

  @Scheduled(fixedDelayString = "PT2S")
  void rotateIfAsked() {
    if (Files.exists(request)) {
      rotate();
    }
  }

  /// In an order in which a crash at any moment leaves everything readable.
  void rotate() {
    file.ifPresent(this::addKey);
    int resealed = sealed.stream().mapToInt(MasterSealed::resealAcrossTenants).sum();
    check.update(
        master.seal(
            master.open(check.find().orElseThrow(), MasterKeyStart.CONTEXT),
            MasterKeyStart.CONTEXT));
    try {
      Files.deleteIfExists(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    log.info("the master key was replaced resealed={}", resealed);
  }

  private void addKey(MasterKeyFile keys) {
    String more = MasterKey.withNewPrimary(keys.read().orElseThrow());
    keys.replace(more);
    master.goOnAs(MasterKey.read(more, keys.path().toString()));
  }
}
