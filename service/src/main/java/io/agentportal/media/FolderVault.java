package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files in a folder of this machine, or one that all nodes share.
final class FolderVault implements FileVault {
  private final Path root;

  FolderVault(Path root) {
    this.root = root;
  }

  @Override
  public void keep(TenantId tenant, String digest, Path file) throws IOException {
    Path place = place(tenant, digest);
    Files.createDirectories(place.getParent());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path beside = place.resolveSibling(file.getFileName() + ".new");
    Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public InputStream open(TenantId tenant, String digest) throws IOException {
    return Files.newInputStream(place(tenant, digest));
  }

  @Override
  public void remove(TenantId tenant, String digest) throws IOException {
    Files.deleteIfExists(place(tenant, digest));
  }

  private Path place(TenantId tenant, String digest) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("digest: " + digest + " (expected: 64 hex digits)");
    }
    return root.resolve(tenant.value().toString()).resolve(digest.substring(0, 2)).resolve(digest);
  }
}
