package io.agentportal.conversations;

import static io.agentportal.conversations.TranscriptHarness.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TranscriptTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ContactAddress ANN = phone("4915112345678");

  private final TranscriptHarness transcript = new TranscriptHarness(database);

  @Test
  void recordsAMessageOnceHoweverOftenItArrives() {
    var first = transcript.receive(transcript.from(ANN, "wamid.1", "Hello"));

    var again =
        transcript.receive(
            transcript.from(ANN, "wamid.1", "Hello"),
            transcript.from(ANN, "wamid.2", "Are you there?"),
            transcript.from(ANN, "wamid.2", "Are you there?"));

    assertThat(again).extracting(Recorded::isNew).containsExactly(false, true, false);
    assertThat(again.getFirst().messageId()).isEqualTo(first.getFirst().messageId());
    assertThat(transcript.texts(first.getFirst().conversationId()))
        .containsExactly("Hello", "Are you there?");
  }

  @Test
  void opensAnotherConversationAfterThreeDaysOfSilence() {
    var before = transcript.receive(transcript.from(ANN, "wamid.1", "Hello")).getFirst();
    transcript.clock.advance(Duration.ofHours(71));
    var soon = transcript.receive(transcript.from(ANN, "wamid.2", "Still me")).getFirst();
    transcript.clock.advance(Duration.ofHours(73));

    var later = transcript.receive(transcript.from(ANN, "wamid.3", "Back again")).getFirst();

    assertThat(soon.conversationId()).isEqualTo(before.conversationId());
    assertThat(later.conversationId()).isNotEqualTo(before.conversationId());
    assertThat(later.contact().id()).isEqualTo(before.contact().id());
  }

  @Test
  void keepsTheAnswerInTheConversationThatGenesysThreadsItWith() {
    var question = transcript.receive(transcript.from(ANN, "wamid.1", "Hello")).getFirst();
    transcript.answer(transcript.reply(ANN, "g-1", "conv-1"));
    transcript.clock.advance(Duration.ofDays(4));

    var late = transcript.answer(transcript.reply(ANN, "g-2", "conv-1")).getFirst();

    assertThat(late.conversationId()).isEqualTo(question.conversationId());
  }

  @Test
  void measuresHowLongTheCustomerWaitedForAPerson() {
    transcript.receive(transcript.from(ANN, "wamid.1", "Hello"));
    transcript.clock.advance(Duration.ofSeconds(40));
    transcript.receive(transcript.from(ANN, "wamid.2", "Anybody?"));
    transcript.clock.advance(Duration.ofSeconds(20));

    transcript.answer(transcript.reply(ANN, "g-1", "conv-1"));
    transcript.answer(transcript.reply(ANN, "g-2", "conv-1"));

    assertThat(transcript.messageFacts())
        .extracting(MessageFact::responseTime)
        .containsExactly(null, null, Duration.ofSeconds(60), null);
    assertThat(transcript.messageFacts())
        .extracting(MessageFact::firstOfConversation)
        .containsExactly(true, false, false, false);
  }

  @Test
  void tellsWhatChangedOnceAtTheEndOfTheTransaction() {
    transcript.inTransaction(() -> {
      transcript.transcript.receive(
          transcript.tenant, List.of(transcript.from(ANN, "wamid.1", "Hello")));
      transcript.transcript.answer(transcript.tenant, List.of(transcript.reply(ANN, "g-1", null)));
      assertThat(transcript.published).isEmpty();
      return true;
    });

    assertThat(transcript.published).hasSize(1);
    assertThat(transcript.published.getFirst().messages())
        .extracting(MessageFact::direction)
        .containsExactly("inbound", "outbound");
  }

  @Test
  void opensAConversationForAnAgentWhoWritesFirst() {
    var recorded = transcript.answer(transcript.reply(phone("15550001111"), "g-1", "conv-9"));

    assertThat(recorded.getFirst().isNew()).isTrue();
    var contact =
        transcript
            .jdbc
            .sql("select c.genesys_address from contact c where c.tenant_id = :t and c.id = :id")
            .param("t", transcript.tenant.value())
            .param("id", recorded.getFirst().contact().id())
            .query(String.class)
            .single();
    assertThat(contact).isEqualTo("+15550001111");
  }

  @Test
  void keepsTextThatPostgresCannotHoldReadable() {
    var recorded = transcript.receive(transcript.from(ANN, "wamid.1", "a\u0000b")).getFirst();

    assertThat(transcript.texts(recorded.conversationId())).containsExactly("a\uFFFDb");
  }

  @Test
  void marksTheConversationUntilSomethingSucceedsAgain() {
    var failed = transcript.answer(transcript.reply(ANN, "g-1", "conv-1")).getFirst();
    transcript.accept(failed.messageId(), "wamid.out1");
    transcript.advance(transcript.status("wamid.out1", MessageStatus.FAILED));
    assertThat(conversationStatus(failed.conversationId())).isEqualTo("error");

    var fine = transcript.answer(transcript.reply(ANN, "g-2", "conv-1")).getFirst();
    transcript.accept(fine.messageId(), "wamid.out2");
    transcript.advance(transcript.status("wamid.out2", MessageStatus.DELIVERED));

    assertThat(conversationStatus(failed.conversationId())).isEqualTo("active");
  }

  private String conversationStatus(UUID id) {
    return transcript
        .jdbc
        .sql("select c.status from conversation c where c.tenant_id = :t and c.id = :id")
        .param("t", transcript.tenant.value())
        .param("id", id)
        .query(String.class)
        .single();
  }
}
