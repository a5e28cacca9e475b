package io.agentbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of a process as Linux counts it; 0 for one that has just ended.
final class KernelBooks {
  private KernelBooks() {}

  /// All pages that are in memory, shared ones included.
  static double residentMb(long pid) {
    return read(pid, "Rss:");
  }

  /// Pages shared by several processes count in part.
  static double shareMb(long pid) {
    return read(pid, "Pss:");
  }

  private static double read(long pid, String entry) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith(entry))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
