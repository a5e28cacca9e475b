package io.agentsandbox.platform;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The faults that are switched on, in the order they were given; the first that fits strikes.
public final class FaultRules {
  private final CopyOnWriteArrayList<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong();

  /// Adds a rule of the control API. Throws `IllegalArgumentException` with a sentence.
  public FaultRule add(JsonNode rule) {
    FaultRule added = new FaultRule("fault-" + ids.incrementAndGet(), rule);
    rules.add(added);
    return added;
  }

  public List<FaultRule> active() {
    rules.removeIf(FaultRule::isOver);
    return List.copyOf(rules);
  }

  /// False when there was no such rule.
  public boolean remove(String id) {
    return rules.removeIf(rule -> rule.id().equals(id));
  }

  public void clear() {
    rules.clear();
  }

  /// The fault that strikes this call or webhook, if any. The world is asked for only when a rule
  /// depends on it.
  Optional<FaultRule> strike(FaultTarget called, Supplier<String> world) {
    for (FaultRule rule : rules) {
      boolean fits = rule.concerns(called);
      if (fits && !rule.concernsEveryWorld()) {
        fits = rule.concernsWorld(world.get());
      }
      if (fits && rule.strikes()) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
