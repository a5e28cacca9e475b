package io.agentportal.analytics;

import java.time.Instant;

/// A stretch of time from `from` up to, not including, `to`; both at quarters of an hour.
record Span(Instant from, Instant to) {

  Span {
    if (!Grain.QUARTER.floor(from).equals(from) || !Grain.QUARTER.floor(to).equals(to)) {
      throw new IllegalArgumentException(from + " to " + to + " (expected: quarters of an hour)");
    }
  }

  /// Where the whole UTC days inside begin; never before `from` nor after `to`.
  Instant daysFrom() {
    Instant first = Grain.DAY.ceil(from);
    return first.isAfter(to) ? to : first;
  }

  /// Where the whole UTC days inside end; never before [#daysFrom].
  Instant daysTo() {
    Instant last = Grain.DAY.floor(to);
    return last.isBefore(daysFrom()) ? daysFrom() : last;
  }
}
