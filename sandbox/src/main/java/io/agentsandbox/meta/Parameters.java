package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Parameters of a Graph call, which may come as JSON, as a form, or in the query.
final class Parameters {
  private final Call call;
  private final JsonNode json;
  private final Map<String, String> form;

  private Parameters(Call call, JsonNode json, Map<String, String> form) {
    this.call = call;
    this.json = json;
    this.form = form;
  }

  static Parameters of(Call call) {
    boolean isJson =
        call.header("Content-Type").filter(type -> type.startsWith("application/json")).isPresent();
    if (isJson && call.body().length > 0) {
      return new Parameters(call, call.json(), Map.of());
    }
    return new Parameters(call, Json.object(), call.form());
  }

  /// The value, or the empty string.
  String text(String name) {
    JsonNode value = json.path(name);
    if (value.isArray()) {
      return String.join(",", value.values().stream().map(item -> item.asString("")).toList());
    }
    String inBody = form.getOrDefault(name, value.asString(""));
    return inBody.isEmpty() ? call.query(name).orElse("") : inBody;
  }
}
