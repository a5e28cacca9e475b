package io.agentsandbox.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files that ship in the sandbox's jar.
public final class Resources {
  private Resources() {}

  /// The content of a file, by its absolute path in the jar.
  public static byte[] bytes(String path) {
    try (InputStream stream = Resources.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException(path + ": not in the jar");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same as UTF-8 text.
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
