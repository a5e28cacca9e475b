package io.agentportal.onboarding;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentsandbox.world.MetaAccount;
import io.agentsandbox.world.World;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The set-up's forms filled in with what is right in the sandbox.
public final class Forms {
  private Forms() {}

  static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  static Answer save(PortalClient client, int step, Map<String, ?> data) {
    return client.post("/api/onboarding/save", json(Map.of("step", step, "data", data)));
  }

  static Answer draft(PortalClient client, int step, Map<String, ?> data) {
    return client.post(
        "/api/onboarding/save", json(Map.of("step", step, "data", data, "draft", true)));
  }

  static Map<String, Object> organization() {
    return new HashMap<>(
        Map.of(
            "companyName", "Northwind Contact Centre",
            "contactEmail", "care@northwind.example",
            "supportPhone", "+1 (555) 010-0201",
            "region", "north-america"));
  }

  static Map<String, Object> genesys(World world) {
    return new HashMap<>(
        Map.of(
            "clientId",
            world.machineClient().id(),
            "clientSecret",
            world.machineClient().secret(),
            "region",
            "us-east-1",
            "environment",
            "production"));
  }

  static Map<String, Object> whatsApp(MetaAccount meta) {
    return new HashMap<>(
        Map.of(
            "wabaId", meta.wabaId(),
            "phoneNumberId", meta.phoneNumberId(),
            "systemUserToken", meta.systemUserToken(),
            "appId", meta.appId(),
            "appSecret", meta.appSecret()));
  }

  /// Fills in the first three steps as they are right.
  public static void saveAll(PortalClient admin, World world) {
    accepted(save(admin, 1, Map.of("organization", organization())));
    accepted(save(admin, 2, Map.of("genesys", genesys(world))));
    accepted(save(admin, 3, Map.of("whatsapp", whatsApp(world.meta()))));
  }

  /// What is wrong with the fields of a refused form, by field.
  static Map<String, String> problems(Answer answer) {
    Map<String, String> problems = new HashMap<>();
    for (JsonNode each : answer.json().path("error").path("details").path("fields")) {
      problems.put(each.path("field").asString(), each.path("message").asString());
    }
    return problems;
  }

  private static void accepted(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }
}
