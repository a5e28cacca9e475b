package io.agentsandbox.meta;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The files of one account; the oldest are dropped when they hold too many bytes together.
final class MediaStore {
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 6;
  private static final int MOST_FILES = 20_000;

  private final Map<String, MediaFile> files = new LinkedHashMap<>();
  private long bytes;

  synchronized MediaFile keep(String mimeType, byte[] content) {
    String id =
        Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 1L << 62));
    MediaFile file = MediaFile.of(id, mimeType, content);
    files.put(id, file);
    bytes += content.length;
    Iterator<MediaFile> oldest = files.values().iterator();
    while ((bytes > MOST_BYTES || files.size() > MOST_FILES) && files.size() > 1) {
      bytes -= oldest.next().content().length();
      oldest.remove();
    }
    return file;
  }

  synchronized Optional<MediaFile> find(String id) {
    return Optional.ofNullable(files.get(id));
  }

  synchronized boolean remove(String id) {
    MediaFile removed = files.remove(id);
    if (removed == null) {
      return false;
    }
    bytes -= removed.content().length();
    return true;
  }

  synchronized void clear() {
    files.clear();
    bytes = 0;
  }
}
