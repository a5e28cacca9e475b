package io.agentsandbox.platform;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings in force; they can be changed while the sandbox runs.
public final class LiveSettings {
  private final Settings initial;
  private final Object lock = new Object();
  private volatile Settings current;

  public LiveSettings(Settings initial) {
    this.initial = initial;
    this.current = initial;
  }

  public Settings.Genesys genesys() {
    return current.genesys();
  }

  public Settings.Meta meta() {
    return current.meta();
  }

  public Settings.Flaws flaws() {
    return current.flaws();
  }

  public Settings all() {
    return current;
  }

  public void reset() {
    current = initial;
  }

  /// Changes the members that are given. Throws `IllegalArgumentException` for an unknown or
  /// impossible one.
  public Settings merge(JsonNode changes) {
    synchronized (lock) {
      current = merged(current, changes);
      return current;
    }
  }

  private static Settings merged(Settings settings, JsonNode changes) {
    ObjectNode tree = Json.MAPPER.valueToTree(settings);
    changes
        .properties()
        .forEach(group -> {
          if (!(tree.path(group.getKey()) instanceof ObjectNode target)) {
            throw new IllegalArgumentException("settings: unknown group " + group.getKey());
          }
          group
              .getValue()
              .properties()
              .forEach(set -> replace(target, set.getKey(), set.getValue()));
        });
    try {
      return Json.MAPPER.treeToValue(tree, Settings.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("settings: " + e.getOriginalMessage(), e);
    }
  }

  private static void replace(ObjectNode group, String name, JsonNode value) {
    if (!group.has(name)) {
      throw new IllegalArgumentException("settings: unknown name " + name);
    }
    group.set(name, value);
  }
}
