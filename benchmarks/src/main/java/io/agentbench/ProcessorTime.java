package io.agentbench;

import java.time.Duration;
import java.util.stream.Stream;

/// Processor time that a service has used so far.
///
/// @param program of its own process
/// @param database of its embedded database's processes
record ProcessorTime(Duration program, Duration database) {

  static ProcessorTime of(ProcessHandle service) {
    return new ProcessorTime(sum(Stream.of(service)), sum(service.descendants()));
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(program.minus(earlier.program), database.minus(earlier.database));
  }

  double programMicros() {
    return program.toNanos() / 1e3;
  }

  double totalMicros() {
    return program.plus(database).toNanos() / 1e3;
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
