package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which one installation keeps its files: the embedded database, keys, media.
///
/// Set by `portal.data-dir`. Only its owner can read what is inside.
public final class DataDirectory {
  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /// Makes the folder where it is missing.
  ///
  /// @throws StartException if it cannot be made or written
  public static DataDirectory open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      makePrivate(root);
      Files.delete(Files.createTempFile(root, "probe", null));
    } catch (IOException e) {
      throw new StartException(
          "The data folder " + root + " cannot be written (" + e + ").",
          "Give this user the right to write there, or name another folder in PORTAL_DATA_DIR.",
          e);
    }
    return new DataDirectory(root);
  }

  /// Absolute path of the folder.
  public Path root() {
    return root;
  }

  /// Absolute path of a file or folder directly inside; it need not exist.
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /// Makes a folder, and those above it, for its owner alone. One that exists stays as it is.
  static void makePrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
      return;
    }
    Files.createDirectories(folder);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
