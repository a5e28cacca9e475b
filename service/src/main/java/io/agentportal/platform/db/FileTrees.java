package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folders that appear whole or not at all.
final class FileTrees {
  private static final Duration DELETE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration DELETE_PAUSE = Duration.ofMillis(50);

  private FileTrees() {}

  /// Work that fills an empty folder.
  interface Filling {
    void into(Path folder) throws IOException;
  }

  /// Fills a new folder beside `target` and then renames it, so that a crash leaves no half of it.
  ///
  /// If somebody else made `target` meanwhile, theirs stays.
  static void createWhole(Path target, Filling filling) throws IOException {
    Path parent = target.resolveSibling("").toAbsolutePath();
    DataDirectory.makePrivate(parent);
    Path half = Files.createTempDirectory(parent, halfName(target));
    try {
      filling.into(half);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(parent);
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    } finally {
      delete(half);
    }
  }

  /// Removes what interrupted calls of {@link #createWhole} left beside `target`.
  ///
  /// Programs of a killed service may write there for a moment longer, so this tries for a few
  /// seconds.
  static void deleteHalves(Path target) throws IOException {
    long startedAt = System.nanoTime();
    while (true) {
      try {
        deleteHalvesOnce(target);
        return;
      } catch (IOException e) {
        if (System.nanoTime() - startedAt > DELETE_PATIENCE.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(DELETE_PAUSE.toNanos());
      }
    }
  }

  private static void deleteHalvesOnce(Path target) throws IOException {
    try (Stream<Path> neighbours = Files.list(target.resolveSibling("").toAbsolutePath())) {
      for (Path neighbour : neighbours.toList()) {
        if (neighbour.getFileName().toString().startsWith(halfName(target))) {
          delete(neighbour);
        }
      }
    }
  }

  /// Deletes a folder and all in it; nothing happens if it does not exist.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String halfName(Path target) {
    return target.getFileName() + ".new-";
  }

  /// Makes the rename itself survive a loss of power; not every file system offers this.
  private static void syncFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
