package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import tools.jackson.databind.node.ObjectNode;

/// Routing recipients, content profiles and messaging settings: what decides where a message goes
/// and which media and events pass.
final class RoutingEndpoints {
  private static final String PATH = "/api/v2/routing/message/recipients";

  private final LiveSettings settings;

  RoutingEndpoints(LiveSettings settings) {
    this.settings = settings;
  }

  Reply recipients(Caller caller, Call call) {
    ObjectNode listing = Json.object().put("pageNumber", 1).put("selfUri", PATH);
    var entities = listing.putArray("entities");
    caller
        .organisation()
        .integrations()
        .forEach(integration -> entities.add(describe(caller, integration)));
    listing.put("total", entities.size()).put("pageSize", Math.max(25, entities.size()));
    return Reply.json(200, listing);
  }

  Reply recipient(Caller caller, Call call) {
    return Reply.json(200, describe(caller, find(caller, call)));
  }

  Reply route(Caller caller, Call call) {
    Integration integration = find(caller, call);
    String flow = Json.text(call.json().path("flow"), "id");
    if (flow.isBlank()) {
      throw GenesysRefusal.badRequest("The request is missing a required property: flow.id");
    }
    caller.organisation().route(integration.recipientId(), flow);
    return Reply.json(200, describe(caller, integration));
  }

  Reply supportedContents(Caller caller, Call call) {
    return listing(supportedContent(caller));
  }

  Reply supportedContent(Caller caller, Call call) {
    ObjectNode profile = supportedContent(caller);
    if (!Json.text(profile, "id").equals(call.variable("id"))) {
      throw GenesysRefusal.notFound("supported content", call.variable("id"));
    }
    return Reply.json(200, profile);
  }

  Reply defaultSupportedContent(Caller caller, Call call) {
    return Reply.json(200, supportedContent(caller));
  }

  Reply messagingSettings(Caller caller, Call call) {
    return listing(messagingSetting(caller));
  }

  Reply defaultMessagingSetting(Caller caller, Call call) {
    return Reply.json(200, messagingSetting(caller));
  }

  private static Reply listing(ObjectNode only) {
    ObjectNode listing = Json.object().put("pageNumber", 1).put("pageSize", 25).put("total", 1);
    listing.putArray("entities").add(only);
    return Reply.json(200, listing);
  }

  private static Integration find(Caller caller, Call call) {
    String id = call.variable("recipient");
    return caller
        .organisation()
        .byRecipient(id)
        .orElseThrow(() -> GenesysRefusal.notFound("recipient", id));
  }

  private static ObjectNode describe(Caller caller, Integration integration) {
    String id = integration.recipientId();
    ObjectNode shown =
        Json.object()
            .put("id", id)
            .put("name", integration.name())
            .put("messengerType", "open")
            .put("dateCreated", integration.createdAt().toString())
            .put("selfUri", PATH + "/" + id);
    caller
        .organisation()
        .flow(id)
        .ifPresent(flow -> shown.putObject("flow").put("id", flow).put("name", "Inbound messages"));
    return shown;
  }

  /// The default profile: everything may come in, pictures only may go out.
  private ObjectNode supportedContent(Caller caller) {
    String id = Ids.stableUuid("supported-content/" + caller.world().organizationId());
    ObjectNode profile =
        Json.object()
            .put("id", id)
            .put("name", "Default profile")
            .put("version", 1)
            .put("selfUri", "/api/v2/conversations/messaging/supportedcontent/" + id);
    ObjectNode allow = profile.putObject("mediaTypes").putObject("allow");
    var inbound = allow.putArray("inbound");
    for (String type : settings.flaws().inboundMedia().split("\\s*,\\s*", -1)) {
      inbound.addObject().put("type", type);
    }
    var outbound = allow.putArray("outbound");
    outbound.addObject().put("type", "image/jpeg");
    outbound.addObject().put("type", "image/png");
    outbound.addObject().put("type", "image/gif");
    return profile;
  }

  private static ObjectNode messagingSetting(Caller caller) {
    String id = Ids.stableUuid("messaging-setting/" + caller.world().organizationId());
    ObjectNode setting =
        Json.object()
            .put("id", id)
            .put("name", "Default setting")
            .put("version", "1")
            .put("selfUri", "/api/v2/conversations/messaging/settings/" + id);
    ObjectNode typing = setting.putObject("event").putObject("typing");
    typing.putObject("on").put("inbound", "Enabled").put("outbound", "Enabled");
    return setting;
  }
}
