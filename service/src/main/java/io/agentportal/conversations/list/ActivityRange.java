package io.agentportal.conversations.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// When the last message of a conversation may have been: from `from` up to, not including, `to`.
record ActivityRange(Instant from, Instant to) {
  /// Before and after everything; both begin a day.
  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  static final ActivityRange ALWAYS = new ActivityRange(EVER, NEVER);

  static ActivityRange of(@Nullable Instant from, @Nullable Instant to) {
    return new ActivityRange(clamp(from == null ? EVER : from), clamp(to == null ? NEVER : to));
  }

  boolean isOpen() {
    return equals(ALWAYS);
  }

  /// The first whole day (UTC) inside.
  LocalDate firstDay() {
    LocalDate day = day(from);
    return start(day).equals(from) ? day : day.plusDays(1);
  }

  /// The day after the last whole one inside.
  LocalDate endDay() {
    return day(to);
  }

  boolean hasWholeDays() {
    return firstDay().isBefore(endDay());
  }

  /// What lies before the whole days; empty where they begin with the range.
  ActivityRange head() {
    return hasWholeDays() ? new ActivityRange(from, start(firstDay())) : this;
  }

  /// What lies behind the whole days; empty where the range has none, or ends with them.
  ActivityRange tail() {
    return hasWholeDays() ? new ActivityRange(start(endDay()), to) : new ActivityRange(to, to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  /// The same up to the end of a day.
  ActivityRange upTo(LocalDate end) {
    return new ActivityRange(from, start(end));
  }

  /// The same from the beginning of a day.
  ActivityRange since(LocalDate begin) {
    return new ActivityRange(start(begin), to);
  }

  OffsetDateTime lower() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime upper() {
    return to.atOffset(ZoneOffset.UTC);
  }

  private static Instant clamp(Instant at) {
    if (at.isBefore(EVER)) {
      return EVER;
    }
    return at.isAfter(NEVER) ? NEVER : at;
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
