package io.agentportal.conversations;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A transcript on a real database, without the rest of the application.
final class TranscriptHarness {
  static final String NUMBER = "340000000000201";

  final TenantId tenant = new TenantId(UUID.randomUUID());
  final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  final List<ConversationsChanged> published = new CopyOnWriteArrayList<>();
  final JdbcClient jdbc;
  final Transcript transcript;
  private final TransactionTemplate transactions;
  private final AtomicLong events = new AtomicLong();

  TranscriptHarness(TestDatabase database) {
    this.jdbc = database.jdbc();
    this.transactions = database.transactions();
    ChangeCollector changes =
        new ChangeCollector(event -> published.add((ConversationsChanged) event));
    MessageStore messages = new MessageStore(jdbc);
    StatusStore statuses = new StatusStore(jdbc);
    this.transcript =
        new Transcript(
            new MessageIntake(
                new ContactStore(jdbc), new ConversationStore(jdbc), messages, changes, clock),
            messages,
            statuses,
            new StatusWriter(statuses, changes),
            new ParkedStatusStore(jdbc),
            clock);
  }

  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  List<Recorded> receive(ReceivedMessage... messages) {
    return inTransaction(() -> transcript.receive(tenant, List.of(messages)));
  }

  List<Recorded> answer(AgentReply... replies) {
    return inTransaction(() -> transcript.answer(tenant, List.of(replies)));
  }

  List<StatusAdvance> advance(StatusChange... changes) {
    return inTransaction(() -> transcript.advance(tenant, List.of(changes)));
  }

  void settle(DeliveryProgress... progress) {
    inTransaction(() -> {
      transcript.settleAcrossTenants(List.of(progress));
      return true;
    });
  }

  ReceivedMessage from(ContactAddress contact, String wamid, String text) {
    return new ReceivedMessage(
        NUMBER,
        contact,
        false,
        null,
        wamid,
        "text",
        text,
        clock.instant(),
        null,
        events.incrementAndGet());
  }

  ReceivedMessage moved(ContactAddress now, ContactAddress before, String wamid) {
    return new ReceivedMessage(
        NUMBER,
        now,
        false,
        before,
        wamid,
        "system",
        "changed number",
        clock.instant(),
        null,
        events.incrementAndGet());
  }

  AgentReply reply(ContactAddress to, String genesysId, @Nullable String conversationId) {
    return new AgentReply(
        NUMBER,
        to,
        genesysId,
        conversationId,
        "text",
        "How can I help?",
        clock.instant(),
        false,
        "Kim",
        events.incrementAndGet());
  }

  StatusChange status(String wamid, MessageStatus status) {
    boolean failed = status == MessageStatus.FAILED;
    return new StatusChange(
        NUMBER,
        wamid,
        null,
        0,
        status,
        clock.instant(),
        failed ? "131026" : null,
        failed ? "not reachable" : null);
  }

  /// Notes that WhatsApp took the message and calls it by this wamid.
  void accept(UUID messageId, String wamid) {
    settle(
        new DeliveryProgress(
            tenant,
            messageId,
            MessageStatus.ACCEPTED,
            clock.instant(),
            "accepted",
            1,
            null,
            null,
            new DeliveryProgress.WhatsAppLink(NUMBER, wamid, false)));
  }

  String statusOf(UUID messageId) {
    return jdbc.sql("select m.status from message m where m.tenant_id = :t and m.id = :id")
        .param("t", tenant.value())
        .param("id", messageId)
        .query(String.class)
        .single();
  }

  List<String> texts(UUID conversationId) {
    return jdbc.sql(
            """
            select m.text from message m
             where m.tenant_id = :t and m.conversation_id = :id
             order by m.id
            """)
        .param("t", tenant.value())
        .param("id", conversationId)
        .query(String.class)
        .list();
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table + " x where x.tenant_id = :t")
        .param("t", tenant.value())
        .query(Long.class)
        .single();
  }

  List<MessageFact> messageFacts() {
    List<MessageFact> facts = new ArrayList<>();
    published.forEach(event -> facts.addAll(event.messages()));
    return facts;
  }

  static ContactAddress phone(String phone) {
    return new ContactAddress(null, phone, null, "Ann");
  }

  static ContactAddress user(String userId) {
    return new ContactAddress(userId, null, "ann.lee", "Ann");
  }

  static ContactAddress both(String userId, String phone) {
    return new ContactAddress(userId, phone, null, "Ann");
  }

  Instant now() {
    return clock.instant();
  }
}
