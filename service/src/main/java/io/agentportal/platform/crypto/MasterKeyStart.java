package io.agentportal.platform.crypto;

import io.agentportal.platform.db.DataDirectory;
import io.agentportal.platform.db.StartException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/// Finds the master key at start and proves that it is the one this database was sealed with. A new
/// key is made only for a database that never had one.
final class MasterKeyStart {
  static final byte[] CONTEXT = "master-key-check".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLAIN = "agent-portal".getBytes(StandardCharsets.UTF_8);

  private final MasterKeyProperties properties;
  private final MasterKeyCheckStore checks;
  private final DataDirectory folder;
  private final Clock clock;

  MasterKeyStart(
      MasterKeyProperties properties,
      MasterKeyCheckStore checks,
      DataDirectory folder,
      Clock clock) {
    this.properties = properties;
    this.checks = checks;
    this.folder = folder;
    this.clock = clock;
  }

  /// @throws StartException if there is no key, or another one than before
  Sealer sealer() {
    Optional<byte[]> before = checks.find();
    Sealer sealer = read(before.isPresent());
    if (before.isEmpty()) {
      checks.insertIfAbsent(sealer.seal(PLAIN, CONTEXT), clock.instant());
    }
    // Read again: another node may have been the first.
    verify(sealer, checks.find().orElseThrow());
    return sealer;
  }

  private Sealer read(boolean databaseIsSealed) {
    if (properties.hasMasterKey()) {
      return MasterKey.read(String.valueOf(properties.masterKey()), "PORTAL_MASTER_KEY");
    }
    if (properties.hasExternalDatabase()) {
      throw new StartException(
          "PORTAL_MASTER_KEY is not set, but a deployment with an external database needs it.",
          "Set it to a Tink AEAD keyset in JSON: the same on every node, and kept apart from the"
              + " database's backups. docs/security.md says how to make one.");
    }
    var file = new MasterKeyFile(folder);
    Optional<String> kept = file.read();
    if (kept.isEmpty() && databaseIsSealed) {
      throw new StartException(
          "The master key is missing: "
              + file.path()
              + " is gone, but the database was sealed with"
              + " it.",
          "Put the file back from a backup, or set PORTAL_MASTER_KEY to its content.");
    }
    return MasterKey.read(
        kept.orElseGet(() -> file.create(MasterKey.generate())), file.path().toString());
  }

  private static void verify(Sealer sealer, byte[] sealed) {
    try {
      sealer.open(sealed, CONTEXT);
    } catch (SealBrokenException _) {
      throw new StartException(
          "The master key is not the one this database was sealed with.",
          "Put the original key back (PORTAL_MASTER_KEY, or master-key.json in the data folder);"
              + " with another one no stored secret can be read.");
    }
  }
}
