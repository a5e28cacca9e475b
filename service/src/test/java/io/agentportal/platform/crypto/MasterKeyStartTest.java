package io.agentportal.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.platform.crypto.MasterKeyProperties.Database;
import io.agentportal.platform.db.DataDirectory;
import io.agentportal.platform.db.StartException;
import io.agentportal.platform.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyStartTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final byte[] SECRET = "secret".getBytes(UTF_8);
  private static final byte[] CONTEXT = "context".getBytes(UTF_8);
  private static final Database EXTERNAL = new Database("jdbc:postgresql://db/portal");

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    database.clear();
  }

  @Test
  void makesAKeyForAFirstLocalRunAndKeepsIt() throws IOException {
    byte[] sealed = start(null, null).seal(SECRET, CONTEXT);

    assertThat(start(null, null).open(sealed, CONTEXT)).isEqualTo(SECRET);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void neverMakesANewKeyForADatabaseThatWasSealed() throws IOException {
    start(null, null);
    Files.delete(file());

    assertThatThrownBy(() -> start(null, null))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("The master key is missing");
    assertThat(file()).doesNotExist();
  }

  @Test
  void refusesAnotherKeyThanBefore() {
    start(MasterKey.generate(), EXTERNAL);

    assertThatThrownBy(() -> start(MasterKey.generate(), EXTERNAL))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("not the one this database was sealed with");
  }

  @Test
  void demandsAKeyBesideAnExternalDatabase() {
    assertThatThrownBy(() -> start("", EXTERNAL))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("PORTAL_MASTER_KEY is not set");
    assertThat(file()).doesNotExist();
  }

  @Test
  void doesNotRepeatAnUnreadableKeyInItsMessage() {
    assertThatThrownBy(() -> start("{\"primaryKeyId\":\"oops-secret\"}", EXTERNAL))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("PORTAL_MASTER_KEY")
        .hasNoCause()
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("oops"));
  }

  @Test
  void refusesAFileThatOthersMayRead() throws IOException {
    start(null, null);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> start(null, null))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("can be read by others");
  }

  @Test
  void leavesTheKeyOfAFasterProcessAlone() {
    var keyFile = new MasterKeyFile(DataDirectory.open(folder));
    String first = keyFile.create(MasterKey.generate());

    assertThat(keyFile.create(MasterKey.generate())).isEqualTo(first);
    assertThat(keyFile.read()).hasValue(first);
  }

  private Sealer start(@Nullable String key, @Nullable Database external) {
    return new MasterKeyStart(
            new MasterKeyProperties(key, external),
            new MasterKeyCheckStore(database.jdbc()),
            DataDirectory.open(folder),
            Clock.systemUTC())
        .sealer();
  }

  private Path file() {
    return folder.resolve("master-key.json");
  }
}
