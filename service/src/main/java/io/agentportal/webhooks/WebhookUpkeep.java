package io.agentportal.webhooks;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What has to be done for the tables now and then; harmless on any number of nodes.
@Component
class WebhookUpkeep {
  private final WebhookPartitions partitions;
  private final WebhookFindings findings;
  private final WebhookBacklog backlog;

  WebhookUpkeep(WebhookPartitions partitions, WebhookFindings findings, WebhookBacklog backlog) {
    this.partitions = partitions;
    this.findings = findings;
    this.backlog = backlog;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void keepDays() {
    partitions.prepareAcrossTenants();
    partitions.dropExpiredAcrossTenants();
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void writeFindings() {
    findings.flush();
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void measureBacklog() {
    backlog.measureAcrossTenants();
  }
}
