package io.agentportal.conversations;

import static io.agentportal.conversations.TranscriptHarness.both;
import static io.agentportal.conversations.TranscriptHarness.phone;
import static io.agentportal.conversations.TranscriptHarness.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactLinkingTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PHONE = "4915112345678";
  private static final String USER = "DE.1A2b3C";

  private final TranscriptHarness transcript = new TranscriptHarness(database);

  @Test
  void linksThePhoneToTheUserIdOnceBothAreSeen() {
    UUID byPhone = contactOf(transcript.from(phone(PHONE), "wamid.1", "Hello"));
    UUID byBoth = contactOf(transcript.from(both(USER, PHONE), "wamid.2", "Me again"));
    UUID byUser = contactOf(transcript.from(user(USER), "wamid.3", "No number now"));

    assertThat(List.of(byPhone, byBoth, byUser)).containsOnly(byPhone);
    assertThat(transcript.count("contact")).isEqualTo(1);
  }

  @Test
  void mergesTwoContactsThatTurnOutToBeOne() {
    contactOf(transcript.from(phone(PHONE), "wamid.1", "By phone"));
    UUID byUser = contactOf(transcript.from(user(USER), "wamid.2", "By user id"));

    UUID byBoth = contactOf(transcript.from(both(USER, PHONE), "wamid.3", "By both"));
    UUID later = contactOf(transcript.from(phone(PHONE), "wamid.4", "By phone again"));

    assertThat(byBoth).isEqualTo(byUser);
    assertThat(later).isEqualTo(byUser);
  }

  @Test
  void keepsTheContactThroughAChangeOfNumber() {
    UUID before = contactOf(transcript.from(both(USER, PHONE), "wamid.1", "Hello"));

    UUID moved =
        contactOf(transcript.moved(both("DE.9Z", "4917000000001"), both(USER, PHONE), "wamid.2"));
    UUID after = contactOf(transcript.from(phone("4917000000001"), "wamid.3", "From the new one"));

    assertThat(List.of(moved, after)).containsOnly(before);
    assertThat(transcript.count("contact_former_address")).isEqualTo(2);
  }

  @Test
  void givesARecycledNumberToItsNewOwner() {
    UUID former = contactOf(transcript.from(both(USER, PHONE), "wamid.1", "Hello"));

    UUID owner = contactOf(transcript.from(both("DE.other", PHONE), "wamid.2", "New here"));
    UUID again = contactOf(transcript.from(user(USER), "wamid.3", "Still me"));

    assertThat(owner).isNotEqualTo(former);
    assertThat(again).isEqualTo(former);
  }

  @Test
  void makesOneContactHoweverManyMessagesRaceForIt() throws Exception {
    List<Future<UUID>> racing = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        String wamid = "wamid." + i;
        ContactAddress address = i % 2 == 0 ? phone(PHONE) : both(USER, PHONE);
        racing.add(threads.submit(() -> contactOf(transcript.from(address, wamid, "Hi"))));
      }
    }

    List<UUID> contacts = new ArrayList<>();
    for (Future<UUID> each : racing) {
      contacts.add(each.get());
    }
    assertThat(contacts).hasSize(12).containsOnly(contacts.getFirst());
  }

  private UUID contactOf(ReceivedMessage message) {
    return transcript.receive(message).getFirst().contact().id();
  }
}
