package io.agentportal.integration.checks;

import io.agentportal.integration.Check.Fact;
import io.agentportal.integration.Check.Status;
import io.agentportal.platform.client.PartnerAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check came to.
///
/// @param code stable, for translations
/// @param advice null: nothing to do
record Verdict(
    Status status, String code, String finding, @Nullable String advice, List<Fact> facts) {
  private static final String TRY_AGAIN = "Run the test again in a moment.";

  static Verdict success(String finding) {
    return new Verdict(Status.SUCCESS, "ok", finding, null, List.of());
  }

  static Verdict warning(String code, String finding, String advice) {
    return new Verdict(Status.WARNING, code, finding, advice, List.of());
  }

  static Verdict error(String code, String finding, String advice) {
    return new Verdict(Status.ERROR, code, finding, advice, List.of());
  }

  static Verdict skipped(String code, String finding) {
    return new Verdict(Status.SKIPPED, code, finding, null, List.of());
  }

  /// The partner gave no answer that means anything.
  static Verdict unavailable(String partner, String reason) {
    return error("unavailable", partner + " cannot be asked: " + reason + ".", TRY_AGAIN);
  }

  static <T> Verdict unavailable(String partner, PartnerAnswer.Unavailable<T> answer) {
    return unavailable(partner, answer.reason());
  }

  /// The same with a line more, unless its value is empty.
  Verdict with(String label, String value) {
    if (value.isEmpty()) {
      return this;
    }
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(label, value));
    return new Verdict(status, code, finding, advice, List.copyOf(more));
  }
}
