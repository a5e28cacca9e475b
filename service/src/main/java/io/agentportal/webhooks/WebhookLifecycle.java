package io.agentportal.webhooks;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Opens before the web server does, and closes after it has answered its last call.
@Component
class WebhookLifecycle implements SmartLifecycle {
  private final WebhookPartitions partitions;
  private final UnreadTakeover takeover;
  private final GroupCommit groupCommit;
  private final WebhookFindings findings;
  private volatile boolean running;

  WebhookLifecycle(
      WebhookPartitions partitions,
      UnreadTakeover takeover,
      GroupCommit groupCommit,
      WebhookFindings findings) {
    this.partitions = partitions;
    this.takeover = takeover;
    this.groupCommit = groupCommit;
    this.findings = findings;
  }

  @Override
  public void start() {
    partitions.prepareAcrossTenants();
    takeover.moveAcrossTenants();
    groupCommit.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      groupCommit.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    findings.flush();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// The web server starts and stops at the phases just below the highest one.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 8_192;
  }
}
