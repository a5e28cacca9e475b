package io.agentportal.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for one platform, as an archive on the class path
/// (`postgres-linux-x86_64.txz`).
record PostgresArchive(String platform, URL location) {

  /// @throws StartException if this build carries no programs for this operating system and
  ///   processor
  static PostgresArchive forThisMachine() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static PostgresArchive of(String operatingSystem, String processor) {
    for (String platform : platformNames(operatingSystem, processor)) {
      URL location = PostgresArchive.class.getResource("/postgres-" + platform + ".txz");
      if (location != null) {
        return new PostgresArchive(platform, location);
      }
    }
    throw new StartException(
        "This build carries no PostgreSQL for " + operatingSystem + " on " + processor + ".",
        "Name an external PostgreSQL 16 or newer in PORTAL_DATABASE_URL.");
  }

  /// Unpacks into a folder inside `cache` that is named for the archive's content; once it is
  /// there, it is used as it is.
  ///
  /// @return the folder with `bin`, `lib` and `share`
  Path unpackInto(Path cache) {
    try {
      Path home = cache.resolve("postgresql-" + platform + "-" + fingerprint());
      if (!Files.isDirectory(home)) {
        FileTrees.createWhole(home, this::unpack);
        FileTrees.deleteHalves(home);
      }
      return home;
    } catch (IOException e) {
      throw new StartException(
          "PostgreSQL's programs cannot be unpacked into " + cache + " (" + e + ").",
          "Make sure that this folder can be written and 100 MB are free there.",
          e);
    }
  }

  private static List<String> platformNames(String operatingSystem, String processor) {
    String name = operatingSystem.toLowerCase(Locale.ROOT);
    String system = name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0];
    return switch (processor) {
      case "amd64", "x86_64" -> List.of(system + "-x86_64");
      case "aarch64", "arm64" ->
          List.of(system + "-arm_64", system + "-aarch_64", system + "-arm64v8");
      default -> List.of(system + "-" + processor);
    };
  }

  private String fingerprint() throws IOException {
    URLConnection connection = location.openConnection();
    if (connection instanceof JarURLConnection inJar) {
      return Long.toHexString(inJar.getJarEntry().getCrc());
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  private void unpack(Path folder) throws IOException {
    try (InputStream packed = new BufferedInputStream(location.openStream());
        var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, folder);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      makeExecutable(target);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }
}
