package io.agentportal.integration.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.integration.Check;
import io.agentportal.integration.Check.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckRunTest {
  private final ConcurrentLinkedQueue<Check> heard = new ConcurrentLinkedQueue<>();

  private List<Check> run(Duration each, NamedCheck... checks) {
    var limits = new CheckRun.Limits(each, Duration.ofSeconds(30));
    return new CheckRun(List.of(checks), heard::add, Clock.systemUTC(), limits).run();
  }

  private static NamedCheck passing(String id, String... needs) {
    return NamedCheck.of(id, () -> Verdict.success("fine"), needs);
  }

  private static NamedCheck failing(String id, String... needs) {
    return NamedCheck.of(id, () -> Verdict.error("bad", "not fine", "mend it"), needs);
  }

  @Test
  void keepsTheOrderOfTheChecks() {
    List<Check> ended =
        run(
            Duration.ofSeconds(20),
            passing("genesys.b", "genesys.a"),
            passing("genesys.a"),
            passing("whatsapp.c"));

    assertThat(ended).extracting(Check::id).containsExactly("genesys.b", "genesys.a", "whatsapp.c");
    assertThat(ended).extracting(Check::status).containsOnly(Status.SUCCESS);
  }

  @Test
  void skipsWhatNeedsAFailedCheckAndGoesOnWithTheRest() {
    List<Check> ended =
        run(
            Duration.ofSeconds(20),
            failing("genesys.a"),
            passing("genesys.b", "genesys.a"),
            passing("genesys.c", "genesys.b"),
            passing("webhook.d"));

    assertThat(ended)
        .extracting(Check::status)
        .containsExactly(Status.ERROR, Status.SKIPPED, Status.SKIPPED, Status.SUCCESS);
    assertThat(ended.get(1).code()).isEqualTo("needs-genesys.a");
    assertThat(ended.get(2).code()).isEqualTo("needs-genesys.a");
  }

  @Test
  void givesUpOnACheckThatHangsAndOnNoOther() {
    var never = new CountDownLatch(1);

    List<Check> ended =
        run(
            Duration.ofMillis(50),
            NamedCheck.of(
                "genesys.hangs",
                () -> {
                  never.await();
                  return Verdict.success("late");
                }),
            NamedCheck.of("genesys.other", () -> Verdict.success("fine")));

    assertThat(ended.getFirst().code()).isEqualTo("timed-out");
    assertThat(ended.getLast().status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void countsACheckThatBreaksAsFailed() {
    List<Check> ended =
        run(
            Duration.ofSeconds(20),
            NamedCheck.of(
                "whatsapp.breaks",
                () -> {
                  throw new IllegalStateException("a secret");
                }),
            passing("whatsapp.other"));

    assertThat(ended.getFirst().code()).isEqualTo("broken");
    assertThat(ended.getFirst().toString()).doesNotContain("a secret");
    assertThat(ended.getLast().status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void tellsWhenACheckStartsAndWhenItEnds() {
    run(Duration.ofSeconds(20), failing("genesys.a"), passing("genesys.b", "genesys.a"));

    assertThat(heard)
        .extracting(check -> check.id() + " " + check.status())
        .containsExactly("genesys.a RUNNING", "genesys.a ERROR", "genesys.b SKIPPED");
  }

  @Test
  void refusesACheckThatNeedsAnUnknownOne() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(1), passing("genesys.b", "genesys.a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("genesys.a");
  }
}
