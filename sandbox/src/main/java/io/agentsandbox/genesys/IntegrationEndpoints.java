package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Loopback;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Open Messaging integrations: made asynchronously, listed, changed, removed.
///
/// Source: help.mypurecloud.com, "Configure an open messaging integration": the webhook address is
/// HTTPS on port 443, the secret is longer than 15 characters. Hosts of this machine are exempt
/// from the first rule here.
final class IntegrationEndpoints {
  static final String PATH = "/api/v2/conversations/messaging/integrations/open";

  private static final int SHORTEST_SECRET = 16;
  private static final List<String> FIELDS =
      List.of(
          "name",
          Integration.URL,
          Integration.SECRET,
          "webhookHeaders",
          "supportedContent",
          "messagingSetting");

  private final LiveSettings settings;
  private final SandboxClock clock;

  IntegrationEndpoints(LiveSettings settings, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Reply list(Caller caller, Call call) {
    List<Integration> all = caller.organisation().integrations();
    int pageSize = Math.clamp(call.queryNumber("pageSize", 25), 1, 100);
    int page = (int) Math.max(1, call.queryNumber("pageNumber", 1));
    ArrayNode entities = Json.array();
    all.stream()
        .skip((long) (page - 1) * pageSize)
        .limit(pageSize)
        .forEach(integration -> entities.add(described(integration)));
    ObjectNode listing =
        Json.object()
            .put("pageSize", pageSize)
            .put("pageNumber", page)
            .put("total", all.size())
            .put("pageCount", (all.size() + pageSize - 1) / pageSize)
            .put("selfUri", PATH);
    listing.set("entities", entities);
    return Reply.json(200, listing);
  }

  Reply create(Caller caller, Call call) {
    ObjectNode fields = allowed(call.json());
    for (String required : new String[] {"name", Integration.URL, Integration.SECRET}) {
      if (Json.text(fields, required).isBlank()) {
        throw GenesysRefusal.badRequest("The request is missing a required property: " + required);
      }
    }
    check(fields);
    Organisation organisation = caller.organisation();
    String id = organisation.freeIntegrationId(Json.text(fields, "name"));
    Instant now = clock.instant();
    Integration integration =
        new Integration(
            id,
            Ids.stableUuid("recipient/" + id),
            fields,
            now,
            now,
            clock.millis() + settings.genesys().integrationCreationMillis());
    organisation.store(integration);
    return Reply.json(202, described(integration));
  }

  Reply read(Caller caller, Call call) {
    return Reply.json(200, described(find(caller, call)));
  }

  Reply change(Caller caller, Call call) {
    Integration integration = find(caller, call);
    if (!integration.isReady(clock.millis())) {
      throw GenesysRefusal.badRequest("The creation of the integration is not complete.");
    }
    ObjectNode changes = allowed(call.json());
    if (Json.text(changes, "name").isBlank()) {
      throw GenesysRefusal.badRequest("The request is missing a required property: name");
    }
    check(changes);
    Integration changed = integration.changed(changes, clock.instant());
    caller.organisation().store(changed);
    return Reply.json(200, described(changed));
  }

  Reply remove(Caller caller, Call call) {
    if (!caller.organisation().removeIntegration(call.variable("integration"))) {
      throw GenesysRefusal.notFound("integration", call.variable("integration"));
    }
    return Reply.empty(204);
  }

  private ObjectNode described(Integration integration) {
    ObjectNode shown = integration.describe(clock.millis());
    if (settings.flaws().creationFails()) {
      shown.remove("recipient");
      shown
          .put("status", "inactive")
          .put("createStatus", "Error")
          .putObject("createError")
          .put("message", "The integration could not be created.")
          .put("code", "internal.server.error")
          .put("status", 500);
    }
    return shown;
  }

  private static Integration find(Caller caller, Call call) {
    String id = call.variable("integration");
    return caller
        .organisation()
        .integration(id)
        .orElseThrow(() -> GenesysRefusal.notFound("integration", id));
  }

  private static ObjectNode allowed(JsonNode body) {
    ObjectNode fields = Json.object();
    FIELDS.stream().filter(body::hasNonNull).forEach(field -> fields.set(field, body.path(field)));
    return fields;
  }

  private static void check(ObjectNode fields) {
    if (fields.has(Integration.SECRET)
        && Json.text(fields, Integration.SECRET).length() < SHORTEST_SECRET) {
      throw GenesysRefusal.badRequest(
          Integration.SECRET + " must be longer than " + (SHORTEST_SECRET - 1) + " characters");
    }
    if (fields.has(Integration.URL)) {
      checkUrl(Json.text(fields, Integration.URL));
    }
  }

  private static void checkUrl(String text) {
    try {
      URI url = URI.create(text);
      boolean secure =
          "https".equals(url.getScheme()) && (url.getPort() == -1 || url.getPort() == 443);
      if (url.getHost() != null && (secure || Loopback.isHttp(url))) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // Refused below, as any other address that cannot be used.
    }
    throw GenesysRefusal.badRequest(Integration.URL + " must be an HTTPS address on port 443");
  }
}
