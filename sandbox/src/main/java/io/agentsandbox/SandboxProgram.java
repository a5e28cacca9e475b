package io.agentsandbox;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The sandbox as a program.
///
/// `--port=3100` · `--portal=http://localhost:3000` · `--demo` sets the portal up and starts
/// background traffic · `--quick` no limits and next to no delays · `--keep=10000` records per kind
final class SandboxProgram {
  private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

  private int port = 3100;
  private int keep;
  private URI portal = URI.create("http://localhost:3000");
  private boolean demo;
  private boolean quick;

  private SandboxProgram(String[] arguments) {
    for (String argument : arguments) {
      read(argument);
    }
  }

  /// Runs until the process is ended.
  static void run(String[] arguments) throws InterruptedException {
    SandboxProgram program = new SandboxProgram(arguments);
    SERVER_LOG.setLevel(Level.WARNING);
    Sandbox sandbox = Sandbox.start(program.options());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              sandbox.close();
              ended.countDown();
            }));
    say("Sandbox ready on " + sandbox.baseUri());
    if (program.demo && sandbox.setUpPortal(program.portal, SandboxProgram::say)) {
      say("Demo: open " + program.portal + " and sign in; play along at " + sandbox.baseUri());
    }
    ended.await();
  }

  private static void say(String sentence) {
    System.out.println(sentence);
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
      case "--portal" -> portal = URI.create(value.replaceAll("/+$", ""));
      case "--demo" -> demo = true;
      case "--quick" -> quick = true;
      default -> throw new IllegalArgumentException("unknown argument: " + argument);
    }
  }
}
