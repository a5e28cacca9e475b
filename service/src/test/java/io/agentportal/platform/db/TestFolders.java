package io.agentportal.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Data folders of tests that start servers of their own.
final class TestFolders {
  private TestFolders() {}

  /// A new data folder that uses the programs which {@link TestServer} has unpacked.
  static DataDirectory create() {
    TestServer.shared();
    Path target = Path.of("target").toAbsolutePath();
    try {
      DataDirectory folder = DataDirectory.open(Files.createTempDirectory(target, "data-"));
      Files.createSymbolicLink(
          folder.resolve("cache"), target.resolve("test-database-1").resolve("cache"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
