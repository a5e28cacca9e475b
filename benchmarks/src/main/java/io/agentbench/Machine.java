package io.agentbench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// The machine that the figures belong to.
///
/// @param loadAverage of the last minute before the run: what else was going on
/// @param syncsPerSecond writes of 8 kB that the disk of the working folder makes durable, one
///   after the other
record Machine(
    int processors,
    long memoryMb,
    String processor,
    String system,
    String java,
    double loadAverage,
    long syncsPerSecond) {
  private static final int SYNCS = 2_000;

  static Machine look() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() >> 20,
        processorName(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        system.getSystemLoadAverage(),
        measureSyncs());
  }

  String sentence() {
    return "%d processors (%s), %d MB, %s, %s; load average %.1f; %d synced writes of 8 kB a second"
        .formatted(processors, processor, memoryMb, system, java, loadAverage, syncsPerSecond);
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("processors", processors);
    map.put("memoryMb", memoryMb);
    map.put("processor", processor);
    map.put("system", system);
    map.put("java", java);
    map.put("loadAverage", loadAverage);
    map.put("syncsPerSecond", syncsPerSecond);
    return map;
  }

  private static String processorName() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static long measureSyncs() throws IOException {
    Path file = Files.createTempFile(Path.of("."), "bench", ".sync");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(8 << 10);
      long startedNanos = System.nanoTime();
      for (int i = 0; i < SYNCS; i++) {
        channel.write(page.rewind(), 0);
        channel.force(false);
      }
      return Math.round(SYNCS / ((System.nanoTime() - startedNanos) / 1e9));
    } finally {
      Files.delete(file);
    }
  }
}
