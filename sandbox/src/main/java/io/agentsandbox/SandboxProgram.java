package io.agentsandbox;

import java.util.concurrent.CountDownLatch;

/// The sandbox as a program.
///
/// `--port=3100` · `--quick` no limits and next to no delays · `--keep=50000` records per kind
final class SandboxProgram {
  private int port = 3100;
  private int keep;
  private boolean quick;

  private SandboxProgram(String[] arguments) {
    for (String argument : arguments) {
      read(argument);
    }
  }

  /// Runs until the process is ended.
  static void run(String[] arguments) throws InterruptedException {
    SandboxProgram program = new SandboxProgram(arguments);
    Sandbox sandbox = Sandbox.start(program.options());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              sandbox.close();
              ended.countDown();
            }));
    System.out.println("Sandbox ready on " + sandbox.baseUri());
    ended.await();
  }

  private SandboxOptions options() {
    SandboxOptions options = quick ? SandboxOptions.forTests() : SandboxOptions.defaults();
    return (keep > 0 ? options.withKeep(keep) : options).withPort(port);
  }

  private void read(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    switch (argument.replaceAll("=.*", "")) {
      case "--port" -> port = Integer.parseInt(value);
      case "--keep" -> keep = Integer.parseInt(value);
      case "--quick" -> quick = true;
      default -> throw new IllegalArgumentException("unknown argument: " + argument);
    }
  }
}
