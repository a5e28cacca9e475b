package io.agentportal.platform.crypto;

import io.agentportal.platform.db.DataDirectory;
import io.agentportal.platform.db.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The master key of a deployment on one machine: a file that only its owner may read.
final class MasterKeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path folder;
  private final Path path;

  MasterKeyFile(DataDirectory dataDirectory) {
    this.folder = dataDirectory.root();
    this.path = dataDirectory.resolve("master-key.json");
  }

  Path path() {
    return path;
  }

  /// @throws StartException if others may read the file
  Optional<String> read() {
    try {
      if (Files.notExists(path)) {
        return Optional.empty();
      }
      if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
        throw new StartException(
            "The master key can be read by others: " + path + " is not for its owner alone.",
            "Run: chmod 600 " + path);
      }
      return Optional.of(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the file whole or not at all, and never over an existing one.
  ///
  /// @return what the file holds afterwards: the given key, or the one another process was faster
  ///   to write
  String create(String keysetJson) {
    try {
      Path draft = writeDraft(keysetJson);
      try {
        Files.createLink(path, draft);
      } catch (FileAlreadyExistsException _) {
        return Files.readString(path);
      } finally {
        Files.delete(draft);
      }
      force(folder);
      return keysetJson;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes another keyset over the one that is there: after a crash it is the old or the new one.
  void replace(String keysetJson) {
    try {
      Path draft = writeDraft(keysetJson);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path writeDraft(String keysetJson) throws IOException {
    Path draft =
        isPosix()
            ? Files.createTempFile(
                folder, "master-key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
            : Files.createTempFile(folder, "master-key", ".new");
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(keysetJson.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
