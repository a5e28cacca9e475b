package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Graph's `fields` parameter.
final class Fields {
  private Fields() {}

  /// The asked members of a node and its id; all `usual` ones when nothing is asked. Refuses with
  /// 100 for a member the node does not have.
  static ObjectNode select(Call call, ObjectNode node, List<String> usual) {
    List<String> asked = call.queryValues("fields");
    ObjectNode selected = Json.object();
    for (String field : asked.isEmpty() ? usual : asked) {
      String name = field.replaceAll("[({.].*", "").strip();
      if (!node.has(name)) {
        throw GraphRefusal.of(
            400, 100, "(#100) Tried accessing nonexisting field (" + name + ")", "");
      }
      selected.set(name, node.path(name));
    }
    selected.set("id", node.path("id"));
    return selected;
  }
}
