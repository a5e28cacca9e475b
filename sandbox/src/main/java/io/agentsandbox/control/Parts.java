package io.agentsandbox.control;

import io.agentsandbox.genesys.GenesysCloud;
import io.agentsandbox.meta.MetaCloud;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Delivery;
import io.agentsandbox.platform.FaultRules;
import io.agentsandbox.platform.Ground;
import io.agentsandbox.platform.Journal;
import io.agentsandbox.platform.RecentCall;
import io.agentsandbox.scenario.Replay;
import io.agentsandbox.scenario.Traffic;
import io.agentsandbox.world.World;
import io.agentsandbox.world.Worlds;
import tools.jackson.databind.JsonNode;

/// What the control API steers.
public record Parts(
    Worlds worlds,
    Ground ground,
    GenesysCloud genesys,
    MetaCloud meta,
    Traffic traffic,
    Replay replay,
    FaultRules faults,
    Journal<Delivery> deliveries,
    Journal<RecentCall> calls) {
  private static final String DEFAULT_WORLD = "northwind";

  /// The world a body names in `org`.
  World world(JsonNode body) {
    return worlds.get(body.path("org").asString(DEFAULT_WORLD));
  }

  /// The world a query names in `org`.
  World world(Call call) {
    return worlds.get(call.query("org").orElse(DEFAULT_WORLD));
  }
}
