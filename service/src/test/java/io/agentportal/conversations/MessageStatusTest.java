package io.agentportal.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MessageStatusTest {

  @Test
  void neverRevivesAFailedMessage() {
    assertThat(MessageStatus.values()).noneMatch(MessageStatus.FAILED::advancesTo);
  }

  @Test
  void doesNotFailAMessageThatArrived() {
    assertThat(MessageStatus.DELIVERED.advancesTo(MessageStatus.FAILED)).isFalse();
    assertThat(MessageStatus.SENT.advancesTo(MessageStatus.FAILED)).isTrue();
  }

  @RepeatedTest(50)
  void endsAtTheFurthestStatusWhateverTheOrderOfReports() {
    List<MessageStatus> reports =
        new ArrayList<>(Arrays.asList(MessageStatus.values()).subList(1, 6));
    reports.addAll(List.copyOf(reports));
    Collections.shuffle(reports, new Random(System.nanoTime()));

    MessageStatus reached = MessageStatus.QUEUED;
    for (MessageStatus report : reports) {
      MessageStatus before = reached;
      reached = reached.advancesTo(report) ? report : reached;
      assertThat(reached).isGreaterThanOrEqualTo(before);
    }

    assertThat(reached).isEqualTo(MessageStatus.PLAYED);
  }
}
