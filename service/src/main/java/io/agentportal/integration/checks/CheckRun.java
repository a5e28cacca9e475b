package io.agentportal.integration.checks;

import io.agentportal.integration.Check;
import io.agentportal.integration.Check.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs checks side by side, each on a virtual thread of its own, as soon as what it needs is
/// there. Each has a time limit, and all of them together have one: a check that hangs, or breaks,
/// is a failed check and touches no other.
final class CheckRun {
  private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

  private final List<NamedCheck> checks;
  private final Consumer<Check> listener;
  private final Clock clock;
  private final Duration eachWithin;
  private final long deadlineNanos;
  private final Map<String, CompletableFuture<Check>> results = new HashMap<>();

  /// @param listener hears of each check twice, as it starts and as it ends, on any thread
  CheckRun(List<NamedCheck> checks, Consumer<Check> listener, Clock clock, Limits limits) {
    this.checks = List.copyOf(checks);
    this.listener = listener;
    this.clock = clock;
    this.eachWithin = limits.each();
    this.deadlineNanos = System.nanoTime() + limits.all().toNanos();
    checks.forEach(check -> results.put(check.id(), new CompletableFuture<>()));
    for (NamedCheck check : checks) {
      if (!results.keySet().containsAll(check.needs())) {
        throw new IllegalArgumentException(check.id() + " needs " + check.needs());
      }
    }
  }

  /// @param each longest time of one check
  /// @param all longest time of the whole test
  record Limits(Duration each, Duration all) {}

  /// The results in the order of the checks.
  List<Check> run() {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (NamedCheck check : checks) {
        var _ = threads.submit(() -> finish(check, threads));
      }
      List<Check> ended = new ArrayList<>();
      for (NamedCheck check : checks) {
        ended.add(result(check.id()).join());
      }
      return ended;
    } finally {
      threads.shutdownNow(); // not close(): nobody waits for what hangs
    }
  }

  private void finish(NamedCheck check, ExecutorService threads) {
    Optional<Verdict> obstacle =
        check.needs().stream().map(need -> result(need).join()).flatMap(CheckRun::skip).findFirst();
    if (obstacle.isPresent()) {
      end(check, obstacle.get(), null);
      return;
    }
    listener.accept(running(check));
    long begunNanos = System.nanoTime();
    Verdict verdict = within(check, threads);
    end(check, verdict, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos));
  }

  private static Stream<Verdict> skip(Check need) {
    return switch (need.status()) {
      case ERROR ->
          Stream.of(
              Verdict.skipped(
                  "needs-" + need.id(), "Cannot be checked before " + need.id() + " is in order."));
      case SKIPPED ->
          Stream.of(Verdict.skipped(String.valueOf(need.code()), String.valueOf(need.finding())));
      case SUCCESS, WARNING, RUNNING -> Stream.empty();
    };
  }

  private Verdict within(NamedCheck check, ExecutorService threads) {
    Future<Verdict> work = threads.submit(check.probe()::look);
    long leftNanos = Math.min(eachWithin.toNanos(), Math.max(0, deadlineNanos - System.nanoTime()));
    try {
      return work.get(leftNanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      work.cancel(true);
      return Verdict.error(
          "timed-out",
          "No result within " + TimeUnit.NANOSECONDS.toSeconds(leftNanos) + " seconds.",
          "Run the test again; if it stays, check the network between this server and the"
              + " partner.");
    } catch (ExecutionException failure) {
      LOG.atWarn().setCause(failure).addKeyValue("check", check.id()).log("A check broke");
      return Verdict.error(
          "broken", "The check itself failed.", "Run the test again; if it stays, tell us.");
    } catch (InterruptedException _) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      return Verdict.error("stopped", "The test was stopped.", "Run the test again.");
    }
  }

  private Check running(NamedCheck check) {
    return new Check(
        check.id(),
        check.group(),
        Status.RUNNING,
        clock.instant(),
        null,
        null,
        null,
        null,
        List.of());
  }

  private void end(NamedCheck check, Verdict verdict, @Nullable Long durationMs) {
    Check ended =
        new Check(
            check.id(),
            check.group(),
            verdict.status(),
            clock.instant().minusMillis(durationMs == null ? 0 : durationMs),
            durationMs,
            verdict.finding(),
            verdict.advice(),
            verdict.code(),
            verdict.facts());
    try {
      listener.accept(ended);
    } finally {
      result(check.id()).complete(ended);
    }
  }

  private CompletableFuture<Check> result(String id) {
    return Objects.requireNonNull(results.get(id));
  }
}
