package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where the bytes of files lie: per tenant, under their digest. The same content is kept once.
interface FileVault {

  /// Keeps a file that lies on this machine; the file may be moved away.
  ///
  /// @param digest SHA-256 in hex
  void keep(TenantId tenant, String digest, Path file) throws IOException;

  /// @throws java.nio.file.NoSuchFileException if it is not there
  InputStream open(TenantId tenant, String digest) throws IOException;

  /// Forgets a file; well if there is none.
  void remove(TenantId tenant, String digest) throws IOException;
}
