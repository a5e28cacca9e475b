package io.agentsandbox.scenario;

import io.agentsandbox.genesys.GenesysCloud;
import io.agentsandbox.meta.MetaCloud;
import io.agentsandbox.platform.Ground;
import io.agentsandbox.platform.Json;
import io.agentsandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Background traffic: simulated customers who write and simulated agents who answer what reaches
/// Genesys Cloud, per organisation.
public final class Traffic {
  private static final int MOST_CUSTOMERS = 5_000;
  private static final int MOST_PER_MINUTE = 60_000;

  private final GenesysCloud genesys;
  private final MetaCloud meta;
  private final Ground ground;
  private final Cast cast = Cast.load();
  private final Map<String, Scene> scenes = new ConcurrentHashMap<>();

  public Traffic(List<World> worlds, GenesysCloud genesys, MetaCloud meta, Ground ground) {
    this.genesys = genesys;
    this.meta = meta;
    this.ground = ground;
    for (World world : worlds) {
      genesys.onMessage(
          world,
          message -> {
            Scene scene = scenes.get(world.key());
            if (scene != null) {
              scene.reached(message.contact());
            }
          });
    }
  }

  /// Sets the traffic of an organisation; `messagesPerMinute` 0 ends it. Throws
  /// `IllegalArgumentException` with a sentence.
  public void set(World world, JsonNode wish) {
    TrafficLevel level =
        new TrafficLevel(
            within(wish, "customers", 20, MOST_CUSTOMERS),
            within(wish, "messagesPerMinute", 60, MOST_PER_MINUTE),
            within(wish, "agents", 4, 100),
            wish.path("mixed").asBoolean(true));
    Scene before = scenes.remove(world.key());
    if (before != null) {
      before.end();
    }
    if (level.messagesPerMinute() > 0 && level.customers() > 0) {
      Scene scene = new Scene(world, level, cast, genesys, meta, ground.timer());
      scenes.put(world.key(), scene);
      scene.begin();
    }
  }

  /// Ends the traffic everywhere.
  public void stop() {
    scenes.values().forEach(Scene::end);
    scenes.clear();
  }

  /// What runs, by organisation.
  public ObjectNode describe() {
    ObjectNode shown = Json.object();
    scenes.forEach((world, scene) -> shown.set(world, scene.describe()));
    return shown;
  }

  private static int within(JsonNode wish, String name, int otherwise, int most) {
    int value = wish.path(name).asInt(otherwise);
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("%s: %d (expected: 0..%d)".formatted(name, value, most));
    }
    return value;
  }
}
