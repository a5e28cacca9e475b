package io.agentportal.conversations;

import static io.agentportal.conversations.TranscriptHarness.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusReportsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final TranscriptHarness transcript = new TranscriptHarness(database);

  @Test
  void tellsEachStepOnceWhateverTheOrder() {
    UUID message = sent("wamid.out");

    var first = transcript.advance(transcript.status("wamid.out", MessageStatus.DELIVERED));
    var late = transcript.advance(transcript.status("wamid.out", MessageStatus.SENT));
    var again = transcript.advance(transcript.status("wamid.out", MessageStatus.DELIVERED));

    assertThat(first).hasSize(1);
    assertThat(late).isEmpty();
    assertThat(again).isEmpty();
    assertThat(transcript.statusOf(message)).isEqualTo("delivered");
  }

  @Test
  void appliesAStatusThatCameBeforeItsMessageWasLinked() {
    UUID message = answered();
    transcript.advance(transcript.status("wamid.early", MessageStatus.DELIVERED));
    transcript.accept(message, "wamid.early");

    transcript.inTransaction(transcript.transcript::applyParkedAcrossTenants);

    assertThat(transcript.statusOf(message)).isEqualTo("delivered");
  }

  @Test
  void linksAMessageWhoseAnswerWasLostByTheKeyThatComesBack() {
    UUID message = answered();
    var report =
        new StatusChange(
            TranscriptHarness.NUMBER,
            "wamid.lost",
            message,
            0,
            MessageStatus.SENT,
            transcript.now(),
            null,
            null);

    transcript.advance(report);
    transcript.advance(transcript.status("wamid.lost", MessageStatus.READ));

    assertThat(transcript.statusOf(message)).isEqualTo("read");
  }

  private UUID sent(String wamid) {
    UUID message = answered();
    transcript.accept(message, wamid);
    return message;
  }

  private UUID answered() {
    return transcript
        .answer(transcript.reply(phone("4915112345678"), "g-1", "conv-1"))
        .getFirst()
        .messageId();
  }
}
