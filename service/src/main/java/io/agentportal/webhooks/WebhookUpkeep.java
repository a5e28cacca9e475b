package io.agentportal.webhooks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What has to be done for the tables now and then; harmless on any number of nodes.
@Component
class WebhookUpkeep {
  private final WebhookPartitions partitions;
  private final WebhookFindings findings;
  private final WebhookBacklog backlog;
  private final UnreadTakeover takeover;
  private final ApplicationEventPublisher publisher;

  WebhookUpkeep(
      WebhookPartitions partitions,
      WebhookFindings findings,
      WebhookBacklog backlog,
      UnreadTakeover takeover,
      ApplicationEventPublisher publisher) {
    this.partitions = partitions;
    this.findings = findings;
    this.backlog = backlog;
    this.takeover = takeover;
    this.publisher = publisher;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void keepDays() {
    partitions.prepareAcrossTenants();
    LocalDate keptFrom = partitions.dropExpiredAcrossTenants();
    findings.dropBefore(keptFrom);
    publisher.publishEvent(new WebhooksExpired(keptFrom.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void writeFindings() {
    findings.flush();
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void lookAfterTheBacklog() {
    takeover.moveAcrossTenants();
    backlog.measureAcrossTenants();
  }
}
