package io.agentbench.seed;

import io.agentportal.platform.db.UuidV7;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some thousand conversations that follow each other, with contacts, messages and deliveries.
final class Chunk {
  private static final Duration ACTIVE = Duration.ofDays(3);
  private static final List<String> CODES =
      List.of(
          "131026", "131026", "131026", "131047", "131047", "131053", "130472", "GENESYS_REFUSED");

  private final SeededTenant tenant;
  private final SplittableRandom random;
  private final TrafficSums sums = new TrafficSums();
  private final List<Person> people = new ArrayList<>();
  private final BinaryRows contacts =
      new BinaryRows(
          "contact", "tenant_id, id, user_id, phone, display_name, genesys_address, created_at");
  private final BinaryRows conversations =
      new BinaryRows(
          "conversation",
          "tenant_id, id, contact_id, phone_number_id, contact_name, wa_id,"
              + " genesys_conversation_id, status, message_count, created_at, last_activity_at,"
              + " last_inbound_at, awaiting_answer_since, last_message_text,"
              + " last_message_direction, last_message_kind, last_error_code");
  private final MessageRows messages;

  Chunk(SeededTenant tenant, long firstConversation) {
    this.tenant = tenant;
    this.random = new SplittableRandom(firstConversation * 31 + tenant.number());
    this.messages = new MessageRows(tenant.id(), random, sums);
  }

  private record Person(UUID id, String name, String phone) {}

  /// How a conversation ended so far.
  private static final class Course {
    int count;
    Instant at;
    Instant lastInboundAt;
    @Nullable Instant awaitingSince;
    String text = "";
    String direction = "inbound";
    String errorCode = "";
    boolean lastFailed;

    Course(Instant begin) {
      at = begin;
      lastInboundAt = begin;
    }
  }

  void make(long conversation) {
    Instant begin = tenant.beginOf(conversation);
    Person person =
        people.isEmpty() || random.nextInt(5) > 0
            ? newPerson(conversation, begin)
            : people.get(random.nextInt(people.size()));
    UUID id = UuidV7.next(begin);
    String number = tenant.phoneNumberIds().get(random.nextInt(4) == 0 ? 1 : 0);
    Course course = new Course(begin);
    int count = 1 + random.nextInt(Math.max(1, 2 * tenant.messagesEach() - 1));
    boolean willFail = random.nextInt(25) == 0;
    for (int i = 0; i < count && (i == 0 || course.at.isBefore(tenant.to())); i++) {
      say(
          course,
          new MessageRows.Place(id, person.id(), person.name(), number),
          i,
          willFail && i == count - 1);
    }
    write(id, person, number, begin, course);
  }

  private Person newPerson(long conversation, Instant begin) {
    UUID id = UuidV7.next(begin);
    String name = Phrases.name(random);
    String phone =
        "49%02d%09d".formatted(15 + random.nextInt(3), conversation * 7 + tenant.number());
    boolean hasUserId = random.nextInt(3) == 0;
    contacts
        .begin(7)
        .put(tenant.id())
        .put(id)
        .put(hasUserId ? "DE.%016d".formatted(conversation * 97 + tenant.number()) : null)
        .put(phone)
        .put(name)
        .put("+" + phone)
        .put(begin);
    Person person = new Person(id, name, phone);
    people.add(person);
    return person;
  }

  private void say(Course course, MessageRows.Place place, int index, boolean fails) {
    boolean inbound =
        index == 0 || random.nextInt(100) < (course.direction.equals("inbound") ? 30 : 70);
    String text = Phrases.text(inbound, random);
    String code = fails ? CODES.get(random.nextInt(CODES.size())) : null;
    if (inbound) {
      course.lastInboundAt = course.at;
      course.awaitingSince = course.awaitingSince == null ? course.at : course.awaitingSince;
    } else if (course.awaitingSince != null) {
      sums.answered(course.at, Duration.between(course.awaitingSince, course.at).toMillis());
      course.awaitingSince = null;
    }
    messages.add(place, inbound, text, course.at, code);
    course.count++;
    course.text = text;
    course.direction = inbound ? "inbound" : "outbound";
    course.errorCode = code == null ? course.errorCode : code;
    course.lastFailed = code != null;
    course.at = course.at.plusMillis(20_000 + random.nextInt(900_000));
  }

  private void write(UUID id, Person person, String number, Instant begin, Course course) {
    Instant last = messages.lastAt();
    boolean recent = last.isAfter(tenant.to().minus(ACTIVE));
    String status =
        course.lastFailed ? "error" : recent && random.nextInt(30) > 0 ? "active" : "closed";
    boolean waits = !status.equals("closed") && course.direction.equals("inbound");
    conversations
        .begin(17)
        .put(tenant.id())
        .put(id)
        .put(person.id())
        .put(number)
        .put(person.name())
        .put(person.phone())
        .put(new UUID(random.nextLong(), random.nextLong()).toString())
        .put(status)
        .put(course.count)
        .put(begin)
        .put(last)
        .put(course.lastInboundAt)
        .put(waits ? course.awaitingSince : null)
        .put(course.text)
        .put(course.direction)
        .put("text")
        .put(course.errorCode);
  }

  /// Loads everything in one transaction.
  ///
  /// @return how many rows
  long load(Connection connection) throws SQLException, IOException {
    connection.setAutoCommit(false);
    long rows = contacts.send(connection);
    rows += conversations.send(connection);
    rows += messages.send(connection);
    connection.commit();
    return rows;
  }

  TrafficSums sums() {
    return sums;
  }
}
