package io.agentportal.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Days and hours as a tenant counts them, seen from now. A day begins when it begins in the
/// tenant's zone, so it may have 23 or 25 hours.
record ReportingCalendar(ZoneId zone, Instant now) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// The end of the present quarter of an hour: everything counted so far lies before it.
  Instant end() {
    return Grain.QUARTER.floor(now).plus(Duration.ofMinutes(15));
  }

  /// The last days including today.
  ///
  /// @param days 1: today
  Span lastDays(int days) {
    return new Span(dayStart(days - 1), end());
  }

  /// The last 24 hours, to the quarter.
  Span lastDay() {
    return new Span(end().minus(DAY), end());
  }

  /// The 24 hours before [#lastDay].
  Span dayBefore() {
    return new Span(end().minus(DAY.multipliedBy(2)), end().minus(DAY));
  }

  /// The dates of the last days, today last.
  List<LocalDate> dates(int days) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return IntStream.range(0, days).mapToObj(i -> today.minusDays(days - 1L - i)).toList();
  }

  /// When the last days began, today last.
  List<Instant> dayStarts(int days) {
    return dates(days).stream().map(this::start).toList();
  }

  /// When the last hours began by the tenant's clock, the present one last.
  List<Instant> lastHours(int hours) {
    Instant present = presentHour();
    return IntStream.range(0, hours)
        .mapToObj(i -> present.minus(HOUR.multipliedBy(hours - 1L - i)))
        .toList();
  }

  /// When the hours of the last days began, the present one last.
  List<Instant> hoursOfDays(int days) {
    Instant present = presentHour();
    return Stream.iterate(dayStart(days - 1), hour -> !hour.isAfter(present), h -> h.plus(HOUR))
        .toList();
  }

  private Instant presentHour() {
    return now.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  private Instant dayStart(int daysAgo) {
    return start(now.atZone(zone).toLocalDate().minusDays(daysAgo));
  }

  private Instant start(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}
