package io.agentsandbox.control;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.World;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// State, settings, time, faults, traffic, replay and starting over.
final class RunEndpoints {
  private final Parts parts;

  RunEndpoints(Parts parts) {
    this.parts = parts;
  }

  Reply state(Call call) {
    ObjectNode state = Json.object().put("baseUrl", parts.ground().baseUri().toString());
    state.put("now", parts.ground().clock().instant().toString());
    state.put("password", parts.worlds().password());
    state.set("loginClient", tree(parts.worlds().loginClient()));
    ArrayNode worlds = state.putArray("worlds");
    for (World world : parts.worlds().worlds()) {
      ObjectNode shown = (ObjectNode) tree(world);
      shown.set("genesysState", parts.genesys().describe(world));
      shown.set("metaState", parts.meta().describe(world));
      worlds.add(shown);
    }
    state.set("settings", tree(parts.ground().settings().all()));
    state.set("traffic", parts.traffic().describe());
    state.set("faults", faultList());
    ObjectNode webhooks = state.putObject("webhooks");
    webhooks.put("attempts", parts.deliveries().total());
    webhooks.put("underWay", parts.ground().sender().underWay());
    webhooks.put("dropped", parts.ground().sender().dropped());
    state.put("calls", parts.calls().total());
    return Reply.json(200, state);
  }

  Reply reset(Call call) {
    boolean keepSetup = call.query("keep").filter("setup"::equals).isPresent();
    parts.traffic().stop();
    parts.faults().clear();
    parts.ground().sender().forget();
    parts.genesys().clear(keepSetup);
    parts.meta().clear(keepSetup);
    parts.deliveries().clear();
    parts.calls().clear();
    parts.ground().clock().reset();
    if (!keepSetup) {
      parts.ground().settings().reset();
    }
    return Reply.empty(204);
  }

  Reply settings(Call call) {
    return Reply.json(200, tree(parts.ground().settings().all()));
  }

  Reply changeSettings(Call call) {
    return Reply.json(200, tree(parts.ground().settings().merge(call.json())));
  }

  Reply advanceClock(Call call) {
    long seconds = call.json().path("advanceSeconds").asLong(0);
    parts.ground().clock().advance(Duration.ofSeconds(seconds));
    return Reply.json(200, Json.object().put("now", parts.ground().clock().instant().toString()));
  }

  Reply faults(Call call) {
    return Reply.json(200, faultList());
  }

  /// `POST /sandbox/credentials`: a further one that the partner accepts beside the seeded one.
  Reply issueCredential(Call call) {
    JsonNode body = call.json();
    World world = parts.world(body);
    String value =
        switch (Json.text(body, "kind")) {
          case "genesys-client" -> parts.genesys().issueClientSecret(world);
          case "system-user-token" -> parts.meta().issueSystemUserToken(world);
          case "app-secret" -> parts.meta().issueAppSecret(world);
          default ->
              throw new IllegalArgumentException(
                  "kind: expected genesys-client, system-user-token or app-secret");
        };
    return Reply.json(201, Json.object().put("value", value));
  }

  Reply addFault(Call call) {
    return Reply.json(201, Json.object().put("id", parts.faults().add(call.json()).id()));
  }

  Reply removeFault(Call call) {
    if (!parts.faults().remove(call.variable("fault"))) {
      return Reply.json(404, Json.object().put("error", "no such fault"));
    }
    return Reply.empty(204);
  }

  Reply removeFaults(Call call) {
    parts.faults().clear();
    return Reply.empty(204);
  }

  Reply setCallback(Call call) throws InterruptedException {
    JsonNode body = call.json();
    String token = body.hasNonNull("verifyToken") ? Json.text(body, "verifyToken") : null;
    String level = body.path("level").asString("waba");
    parts.meta().setCallback(parts.world(body), level, Json.text(body, "url"), token);
    return Reply.empty(204);
  }

  Reply traffic(Call call) {
    return Reply.json(200, parts.traffic().describe());
  }

  Reply setTraffic(Call call) {
    JsonNode body = call.json();
    parts.traffic().set(parts.world(body), body);
    return Reply.json(200, parts.traffic().describe());
  }

  Reply replay(Call call) throws InterruptedException {
    JsonNode body = call.json();
    return Reply.json(200, parts.replay().run(body, parts.world(body)));
  }

  private ArrayNode faultList() {
    ArrayNode list = Json.array();
    parts.faults().active().forEach(rule -> list.add(rule.describe()));
    return list;
  }

  private static JsonNode tree(Object value) {
    return Json.MAPPER.valueToTree(value);
  }
}
