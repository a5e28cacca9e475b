package io.agentportal.bridge;

import io.agentportal.bridge.BridgeProperties.Retry;
import io.agentportal.bridge.Lane.Queue;
import io.agentportal.bridge.LaneStore.Want;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may make how many calls at a time on this node: an even share for each queue that has work,
/// none for one whose partner has asked for a rest. One tenant's trouble takes nobody else's place.
@Component
class QueueLoad {
  private final BridgeProperties properties;
  private final Clock clock;
  private final Map<Queue, State> states = new HashMap<>();
  private final Set<Queue> withWork = new HashSet<>();
  private int running;

  QueueLoad(BridgeProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  private static final class State {
    private int running;
    private int failures;
    private Instant restUntil = Instant.MIN;

    private boolean isIdle() {
      return running == 0 && failures == 0;
    }
  }

  synchronized void hasWork(Collection<Queue> queues) {
    withWork.addAll(queues);
  }

  /// What to claim now. Messages before receipts.
  synchronized List<Want> wants() {
    Instant now = clock.instant();
    List<Queue> open = withWork.stream().filter(queue -> room(queue, now) > 0).toList();
    List<Want> wants = new ArrayList<>();
    int free = properties.concurrency() - running;
    List<Queue> messages = open.stream().filter(queue -> !isReceipts(queue)).toList();
    List<Queue> receipts = open.stream().filter(QueueLoad::isReceipts).toList();
    for (Queue queue :
        Stream.concat(byLoad(messages).stream(), byLoad(receipts).stream()).toList()) {
      int share = Math.max(1, free / Math.max(1, open.size() - wants.size()));
      int lanes = Math.min(Math.min(share, room(queue, now)), free);
      if (lanes > 0) {
        wants.add(new Want(queue, lanes));
        free -= lanes;
      }
    }
    return wants;
  }

  /// Notes what a claim brought: less than wanted means that no more is due.
  synchronized void claimed(Want want, int lanes) {
    if (lanes < want.lanes()) {
      withWork.remove(want.queue());
    }
    running += lanes;
    state(want.queue()).running += lanes;
  }

  /// A worker is done with a lane.
  synchronized void released(Queue queue) {
    running--;
    State state = state(queue);
    state.running--;
    if (state.isIdle()) {
      states.remove(queue);
    }
  }

  /// A call went well. One that was under way when the partner asked for a rest does not end it.
  synchronized void succeeded(Queue queue) {
    State state = state(queue);
    if (!state.restUntil.isAfter(clock.instant())) {
      state.failures = 0;
    }
  }

  /// The partner has trouble with the whole queue: it rests, longer each time.
  ///
  /// @param asked by the partner; zero: by our own back-off
  /// @return how long
  synchronized Duration troubled(Queue queue, Duration asked) {
    Instant now = clock.instant();
    State state = state(queue);
    if (state.restUntil.isAfter(now)) {
      return Duration.between(now, state.restUntil);
    }
    state.failures++;
    Retry retry = properties.retry();
    Duration rest = asked.isZero() ? Settlement.backoff(state.failures, retry) : asked;
    state.restUntil = now.plus(rest);
    return rest;
  }

  /// Our own budget is used up: the queue rests, without having met any trouble.
  synchronized void pause(Queue queue, Duration span) {
    State state = state(queue);
    Instant until = clock.instant().plus(span);
    if (state.restUntil.isBefore(until)) {
      state.restUntil = until;
    }
  }

  /// An admin has put something right: no more rest.
  synchronized void relieve(Collection<Queue> queues) {
    for (Queue queue : queues) {
      State state = state(queue);
      state.failures = 0;
      state.restUntil = Instant.MIN;
    }
    withWork.addAll(queues);
  }

  synchronized boolean mayGoOn(Queue queue) {
    return !state(queue).restUntil.isAfter(clock.instant());
  }

  synchronized boolean isIdle() {
    return running == 0;
  }

  /// After trouble a single lane tries first.
  private int room(Queue queue, Instant now) {
    State state = states.get(queue);
    if (state == null) {
      return properties.tenantConcurrency();
    }
    if (state.restUntil.isAfter(now)) {
      return 0;
    }
    int most = state.failures > 0 ? 1 : properties.tenantConcurrency();
    return most - state.running;
  }

  private List<Queue> byLoad(List<Queue> queues) {
    return queues.stream().sorted(Comparator.comparingInt(this::runningIn)).toList();
  }

  private int runningIn(Queue queue) {
    State state = states.get(queue);
    return state == null ? 0 : state.running;
  }

  private State state(Queue queue) {
    return states.computeIfAbsent(queue, _ -> new State());
  }

  private static boolean isReceipts(Queue queue) {
    return queue.direction() == Direction.RECEIPTS;
  }
}
