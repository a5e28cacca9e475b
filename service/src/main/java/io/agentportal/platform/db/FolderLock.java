package io.agentportal.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Holds a data folder for one process. The operating system lets go of it when the process dies.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StartException if another process, or this one, holds the folder
  static FolderLock take(DataDirectory folder) {
    Path file = folder.resolve("database.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw taken(folder, file);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownName().getBytes(StandardCharsets.UTF_8)));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StartException(
          "The data folder " + folder + " cannot be locked (" + e + ").",
          "Use a folder on a local disk: name it in PORTAL_DATA_DIR.",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this process holds it already
    }
  }

  private static StartException taken(DataDirectory folder, Path file) throws IOException {
    return new StartException(
        "The data folder "
            + folder
            + " is in use by another Agent Portal (process "
            + Files.readString(file).strip()
            + ").",
        "Stop that one first, or name another folder in PORTAL_DATA_DIR.");
  }

  private static String ownName() {
    return ProcessHandle.current().pid() + "\n";
  }
}
