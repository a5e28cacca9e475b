package io.agentportal.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.agentportal.platform.db.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The master key of a service that runs with a data folder, for the tests of other modules.
public final class RunningMasterKey {
  private final MasterKeyProperties properties = new MasterKeyProperties(null, null);
  private final DataDirectory folder;
  private final JdbcClient jdbc;
  private final Sealer sealer;

  public RunningMasterKey(Path folder, JdbcClient jdbc, Clock clock) {
    this.folder = DataDirectory.open(folder);
    this.jdbc = jdbc;
    this.sealer =
        new MasterKeyStart(properties, new MasterKeyCheckStore(jdbc), this.folder, clock).sealer();
  }

  public Sealer sealer() {
    return sealer;
  }

  public void rotate(MasterSealed sealed) {
    rotation(sealed).rotate();
  }

  /// As somebody at the machine does.
  public void ask() {
    try {
      Files.createFile(request());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAsked() {
    return Files.exists(request());
  }

  public void lookForARequest(MasterSealed sealed) {
    rotation(sealed).rotateIfAsked();
  }

  /// A sealer that has forgotten all keys but the one that seals now.
  public Sealer newestKeyAlone() {
    try {
      KeysetHandle all =
          TinkJsonProtoKeysetFormat.parseKeyset(
              new MasterKeyFile(folder).read().orElseThrow(),
              Sealer.CONFIGURATION,
              InsecureSecretKeyAccess.get());
      return new Sealer(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(all.getPrimary().getKey())
                      .withFixedId(all.getPrimary().getId())
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private MasterKeyRotation rotation(MasterSealed sealed) {
    return new MasterKeyRotation(sealer, properties, folder, List.of(sealed), jdbc);
  }

  private Path request() {
    return folder.resolve(MasterKeyRotation.REQUEST);
  }
}
