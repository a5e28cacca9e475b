package io.agentportal.analytics;

import io.agentportal.conversations.AgentReply;
import io.agentportal.conversations.ContactAddress;
import io.agentportal.conversations.DeliveryProgress;
import io.agentportal.conversations.DeliveryProgress.WhatsAppLink;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.ReceivedMessage;
import io.agentportal.conversations.Recorded;
import io.agentportal.conversations.StatusChange;
import io.agentportal.conversations.Transcript;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages both ways over several days, many of them told twice; their statuses come in any order,
/// repeatedly, and at times before the message they belong to.
final class RandomTraffic {
  private static final String NUMBER = "340000000000201";
  private static final List<String> CODES = List.of("131026", "131047", "130472");

  private final Transcript transcript;
  private final TransactionTemplate transactions;
  private final TenantId tenantId;
  private final long seed;
  private final Random random;
  private final List<StatusChange> reports = new ArrayList<>();
  private final List<ReceivedMessage> received = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-10T10:07:00Z");
  private int sequence;

  RandomTraffic(
      Transcript transcript, TransactionTemplate transactions, TenantId tenantId, long seed) {
    this.transcript = transcript;
    this.transactions = transactions;
    this.tenantId = tenantId;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// @param batches each a transaction of its own
  void run(int batches) {
    for (int i = 0; i < batches; i++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(1_800)));
      transactions.executeWithoutResult(_ -> batch());
    }
    transactions.executeWithoutResult(_ -> transcript.applyParkedAcrossTenants());
  }

  static ReceivedMessage firstMessage() {
    return message("15550100299", "wamid.first", Instant.parse("2026-03-10T10:07:00Z"));
  }

  private void batch() {
    switch (random.nextInt(4)) {
      case 0 -> transcript.receive(tenantId, inbound());
      case 1 -> settle(transcript.receive(tenantId, inbound()));
      case 2 -> answer();
      default -> transcript.advance(tenantId, reported());
    }
  }

  private List<ReceivedMessage> inbound() {
    List<ReceivedMessage> batch = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      if (!received.isEmpty() && random.nextInt(3) == 0) {
        batch.add(received.get(random.nextInt(received.size())));
      } else {
        batch.add(message("1555010%04d".formatted(random.nextInt(9)), wamid(), now));
      }
    }
    received.addAll(batch);
    return batch;
  }

  /// Genesys took them, or refused them for good; the former is at times noted twice.
  private void settle(List<Recorded> messages) {
    for (Recorded message : messages) {
      boolean failed = random.nextInt(5) == 0;
      DeliveryProgress progress =
          new DeliveryProgress(
              tenantId,
              message.messageId(),
              failed ? MessageStatus.FAILED : MessageStatus.DELIVERED,
              now,
              failed ? "failed" : "delivered",
              1,
              failed ? "GENESYS_REFUSED" : null,
              null,
              null);
      transcript.settleAcrossTenants(
          random.nextInt(4) == 0 ? List.of(progress, progress) : List.of(progress));
    }
  }

  private void answer() {
    Recorded reply =
        transcript
            .answer(
                tenantId,
                List.of(
                    new AgentReply(
                        NUMBER,
                        contact("1555010%04d".formatted(random.nextInt(9))),
                        "genesys-" + seed + "-" + sequence++,
                        null,
                        "text",
                        "How can I help?",
                        now,
                        false,
                        "Kim",
                        sequence)))
            .getFirst();
    String wamid = wamid();
    plan(wamid);
    if (random.nextInt(4) == 0) {
      transcript.advance(tenantId, reported()); // perhaps of a message whose wamid nobody knows yet
    }
    accept(reply.messageId(), wamid);
  }

  private void accept(UUID messageId, String wamid) {
    transcript.settleAcrossTenants(
        List.of(
            new DeliveryProgress(
                tenantId,
                messageId,
                MessageStatus.ACCEPTED,
                now,
                "accepted",
                1,
                null,
                null,
                new WhatsAppLink(NUMBER, wamid, false))));
  }

  private void plan(String wamid) {
    if (random.nextInt(3) == 0) {
      report(wamid, MessageStatus.FAILED);
    }
    report(wamid, MessageStatus.READ);
    report(wamid, MessageStatus.DELIVERED);
    report(wamid, MessageStatus.SENT);
  }

  private void report(String wamid, MessageStatus status) {
    boolean failed = status == MessageStatus.FAILED;
    reports.add(
        new StatusChange(
            NUMBER,
            wamid,
            null,
            0,
            status,
            now.plusSeconds(random.nextInt(1_200)),
            failed ? CODES.get(random.nextInt(CODES.size())) : null,
            failed ? "The message was refused." : null));
  }

  /// Some of the reports so far, in any order, some of them again.
  private List<StatusChange> reported() {
    List<StatusChange> batch = new ArrayList<>();
    for (int i = reports.isEmpty() ? 0 : random.nextInt(6); i > 0; i--) {
      batch.add(reports.get(Math.max(0, reports.size() - 1 - random.nextInt(15))));
    }
    return batch;
  }

  private String wamid() {
    return "wamid." + seed + "." + sequence++;
  }

  private static ReceivedMessage message(String phone, String wamid, Instant sentAt) {
    return new ReceivedMessage(
        NUMBER, contact(phone), false, null, wamid, "text", "Good morning", sentAt, null, 1);
  }

  private static ContactAddress contact(String phone) {
    return new ContactAddress(null, phone, null, "Ann");
  }
}
