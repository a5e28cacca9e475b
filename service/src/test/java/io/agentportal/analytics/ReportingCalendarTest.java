package io.agentportal.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReportingCalendarTest {

  @Test
  void beginsTodayAtMidnightInTheTenantsZone() {
    var calendar = calendar("Asia/Kolkata", "2026-06-01T20:40:00Z");

    assertThat(calendar.lastDays(1))
        .isEqualTo(span("2026-06-01T18:30:00Z", "2026-06-01T20:45:00Z"));
    assertThat(calendar.dates(2))
        .containsExactly(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-02"));
  }

  @Test
  void givesTheDayOfTheSpringChange23Hours() {
    var calendar = calendar("Europe/Berlin", "2026-03-30T10:00:00Z");

    var starts = calendar.dayStarts(2);

    assertThat(Duration.between(starts.get(0), starts.get(1))).hasHours(23);
    assertThat(calendar.hoursOfDays(2).getFirst()).isEqualTo("2026-03-28T23:00:00Z");
  }

  @Test
  void givesTheDayOfTheAutumnChange25Hours() {
    var starts = calendar("America/New_York", "2026-11-02T12:00:00Z").dayStarts(2);

    assertThat(Duration.between(starts.get(0), starts.get(1))).hasHours(25);
  }

  @Test
  void beginsADayWithoutMidnightWhenItBegins() {
    var calendar = calendar("America/Santiago", "2026-09-06T12:00:00Z");

    assertThat(calendar.lastDays(1).from()).isEqualTo("2026-09-06T04:00:00Z");
  }

  @Test
  void cutsTheLast24HoursAtTheTenantsFullHours() {
    var hours = calendar("Asia/Kathmandu", "2026-06-01T12:10:00Z").lastHours(24);

    assertThat(hours).hasSize(24).doesNotHaveDuplicates().isSorted();
    assertThat(hours.getLast()).isEqualTo("2026-06-01T11:15:00Z");
  }

  @Test
  void putsTheTwoComparedDaysSideBySide() {
    var calendar = calendar("UTC", "2026-06-01T12:10:00Z");

    assertThat(calendar.lastDay()).isEqualTo(span("2026-05-31T12:15:00Z", "2026-06-01T12:15:00Z"));
    assertThat(calendar.dayBefore().to()).isEqualTo(calendar.lastDay().from());
  }

  @Test
  void findsTheWholeDaysInsideASpan() {
    Span month = span("2026-05-01T04:00:00Z", "2026-05-30T10:15:00Z");
    Span hours = span("2026-05-01T04:00:00Z", "2026-05-01T10:15:00Z");

    assertThat(month.daysFrom()).isEqualTo("2026-05-02T00:00:00Z");
    assertThat(month.daysTo()).isEqualTo("2026-05-30T00:00:00Z");
    assertThat(hours.daysFrom()).isEqualTo(hours.daysTo());
  }

  private static ReportingCalendar calendar(String zone, String now) {
    return new ReportingCalendar(ZoneId.of(zone), Instant.parse(now));
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
