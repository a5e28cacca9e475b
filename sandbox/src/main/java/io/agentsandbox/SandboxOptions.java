package io.agentsandbox;

import io.agentsandbox.platform.Settings;

/// How to start a sandbox.
///
/// @param port 0 for a free one
/// @param keep how many records of each kind are kept per organisation
/// @param webhookConcurrency how many webhook requests may be open at the same time
public record SandboxOptions(int port, Settings settings, int keep, int webhookConcurrency) {
  private static final int DEMO_KEEP = 10_000;
  private static final int TEST_KEEP = 50_000;
  private static final int DEFAULT_CONCURRENCY = 64;

  /// Port 3100, everything as the partners document it.
  public static SandboxOptions defaults() {
    return new SandboxOptions(3100, Settings.documented(), DEMO_KEEP, DEFAULT_CONCURRENCY);
  }

  /// A free port, no limits, next to no delays.
  public static SandboxOptions forTests() {
    return new SandboxOptions(0, Settings.quick(), TEST_KEEP, DEFAULT_CONCURRENCY);
  }

  public SandboxOptions withPort(int newPort) {
    return new SandboxOptions(newPort, settings, keep, webhookConcurrency);
  }

  public SandboxOptions withSettings(Settings newSettings) {
    return new SandboxOptions(port, newSettings, keep, webhookConcurrency);
  }

  public SandboxOptions withKeep(int newKeep) {
    return new SandboxOptions(port, settings, newKeep, webhookConcurrency);
  }
}
