package io.agentportal.integration;

import io.agentportal.integration.Check.Group;
import io.agentportal.integration.Check.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What came of a connectivity test.
///
/// @param results per group, as the console shows them first
public record TestReport(
    Results results, List<Check> checks, WebhookUrls webhookUrls, Instant testedAt) {

  public record Results(Result genesys, Result whatsapp, Result webhook) {}

  /// @param status `success` also with warnings, `error` if a check failed
  /// @param details numbers of checks: `passed`, `warnings`, `failed`, `skipped`
  public record Result(
      String status, String message, Instant timestamp, Map<String, Integer> details) {}

  static TestReport of(List<Check> checks, WebhookUrls urls, Instant testedAt) {
    return new TestReport(
        new Results(
            result(Group.GENESYS, checks, testedAt),
            result(Group.WHATSAPP, checks, testedAt),
            result(Group.WEBHOOK, checks, testedAt)),
        List.copyOf(checks),
        urls,
        testedAt);
  }

  /// The checks that stand in the way.
  public List<Check> failing() {
    return checks.stream().filter(each -> each.status() == Status.ERROR).toList();
  }

  private static Result result(Group group, List<Check> all, Instant testedAt) {
    List<Check> checks = all.stream().filter(each -> each.group() == group).toList();
    int failed = count(checks, Status.ERROR);
    int passed = count(checks, Status.SUCCESS);
    int warnings = count(checks, Status.WARNING);
    int skipped = count(checks, Status.SKIPPED);
    return new Result(
        failed == 0 ? "success" : "error",
        failed == 0 ? summary(passed, warnings, skipped) : firstFailure(checks),
        testedAt,
        Map.of("passed", passed, "warnings", warnings, "failed", failed, "skipped", skipped));
  }

  private static String summary(int passed, int warnings, int skipped) {
    var summary = new StringBuilder().append(passed).append(" checks passed");
    if (warnings > 0) {
      summary.append(", ").append(warnings).append(" with a warning");
    }
    if (skipped > 0) {
      summary.append(", ").append(skipped).append(" skipped");
    }
    return summary.append('.').toString();
  }

  private static String firstFailure(List<Check> checks) {
    return checks.stream()
        .filter(each -> each.status() == Status.ERROR)
        .map(each -> Objects.requireNonNullElse(each.finding(), each.id()))
        .findFirst()
        .orElseThrow();
  }

  private static int count(List<Check> checks, Status status) {
    return (int) checks.stream().filter(each -> each.status() == status).count();
  }
}
