package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.SandboxUser;
import io.agentsandbox.world.World;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who is asking, in which organisation, with which rights and limits.
final class DirectoryEndpoints {
  private final Tokens tokens;
  private final LiveSettings settings;

  DirectoryEndpoints(Tokens tokens, LiveSettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  /// `GET /api/v2/users/me`: organisation and rights only when `expand` asks for them.
  Reply me(Caller caller, Call call) {
    Grant.Person person = person(caller);
    SandboxUser user = person.user();
    ObjectNode shown =
        Json.object()
            .put("id", user.id())
            .put("name", user.name())
            .put("email", user.email())
            .put("username", user.email())
            .put("state", "active")
            .put("version", 1)
            .put("selfUri", "/api/v2/users/" + user.id());
    shown.set("division", division(person.world()));
    List<String> expand = call.queryValues("expand");
    if (expand.contains("organization")) {
      shown.set("organization", organization(person.world()));
    }
    if (expand.contains("authorization")) {
      shown.set("authorization", authorization(person));
    }
    return Reply.json(200, shown);
  }

  Reply organization(Caller caller, Call call) {
    return Reply.json(200, organization(caller.world()));
  }

  /// `GET /api/v2/tokens/me`
  Reply token(Caller caller, Call call) {
    World world = caller.world();
    boolean machine = caller.grant() instanceof Grant.Machine;
    ObjectNode shown = Json.object();
    shown.set("organization", named(world));
    shown.set("homeOrganization", named(world));
    ObjectNode client =
        shown
            .putObject("OAuthClient")
            .put("id", caller.grant().client().id())
            .put("name", machine ? "Agent Portal bridge" : "Agent Portal login")
            .put("authorizedGrantType", machine ? "CLIENT-CREDENTIALS" : "CODE")
            .put("state", "active");
    client.set("organization", named(world));
    ArrayNode scopes = Json.array();
    if (!machine) {
      scopes.add("users:readonly").add("organization:readonly").add("authorization:readonly");
    }
    shown.set("authorizedScope", scopes);
    return Reply.json(200, shown);
  }

  /// `HEAD /api/v2/tokens/me`
  Reply tokenCheck(Caller caller, Call call) {
    return Reply.empty(200);
  }

  /// `DELETE /api/v2/tokens/me`
  Reply revoke(Caller caller, Call call) {
    tokens.revoke(caller.token());
    return Reply.empty(200);
  }

  /// `GET /api/v2/authorization/subjects/me`
  Reply subject(Caller caller, Call call) {
    Grant.Person person = person(caller);
    ObjectNode subject =
        Json.object().put("id", person.user().id()).put("name", person.user().name());
    ObjectNode grant = subject.putArray("grants").addObject().put("subjectId", person.user().id());
    ObjectNode role = role(person);
    ArrayNode policies = role.putArray("policies");
    for (String permission : person.permissions()) {
      String[] parts = permission.split(":", 3);
      ObjectNode policy = policies.addObject().put("domain", parts[0]).put("entityName", parts[1]);
      policy.putArray("actions").add(parts[2]);
    }
    grant.set("role", role);
    grant.set("division", division(person.world()));
    return Reply.json(200, subject);
  }

  /// `GET /api/v2/organizations/limits/namespaces`
  Reply namespaces(Caller caller, Call call) {
    ObjectNode listing = Json.object();
    listing.putArray("entities").add("platform.api").add("messaging");
    return Reply.json(200, listing);
  }

  /// `GET /api/v2/organizations/limits/namespaces/{namespace}`
  Reply limits(Caller caller, Call call) {
    String namespace = call.variable("namespace");
    int perMinute = settings.genesys().requestsPerMinute();
    Map<String, Integer> limits =
        switch (namespace) {
          case "platform.api" ->
              Map.of(
                  "client.credentials.token.rate.per.minute",
                  perMinute <= 0 ? Integer.MAX_VALUE : perMinute,
                  "token.rate.per.minute",
                  perMinute <= 0 ? Integer.MAX_VALUE : perMinute,
                  "request.bytes.max",
                  512_000);
          case "messaging" -> Map.of("integrations.open.max", 100);
          default -> throw GenesysRefusal.notFound("namespace", namespace);
        };
    ObjectNode listing = Json.object();
    ArrayNode entities = listing.putArray("entities");
    limits.forEach((key, value) ->
        entities.addObject().put("key", key).put("namespace", namespace).put("value", value));
    return Reply.json(200, listing);
  }

  private static Grant.Person person(Caller caller) {
    return switch (caller.grant()) {
      case Grant.Person person -> person;
      case Grant.Machine _ ->
          throw GenesysRefusal.badRequest(
              "This request needs a user; client credentials have none.");
    };
  }

  private static ObjectNode organization(World world) {
    ObjectNode shown =
        named(world)
            .put("domain", world.key())
            .put("thirdPartyOrgName", world.key())
            .put("defaultLanguage", "en-US")
            .put("defaultCountryCode", "US")
            .put("state", "active")
            .put("productPlatform", "GenesysCloud")
            .put("version", 1);
    shown.putObject("features").put("purecloud", true);
    return shown;
  }

  private static ObjectNode authorization(Grant.Person person) {
    ObjectNode authorization = Json.object();
    authorization.putArray("roles").add(role(person));
    ArrayNode permissions = authorization.putArray("permissions");
    person.permissions().stream().sorted().forEach(permissions::add);
    authorization.putArray("permissionPolicies");
    return authorization;
  }

  private static ObjectNode role(Grant.Person person) {
    String name = person.user().mayChangeThings() ? "Messaging Admin" : "Messaging Viewer";
    return Json.object().put("id", Ids.stableUuid("role/" + name)).put("name", name);
  }

  private static ObjectNode division(World world) {
    return Json.object()
        .put("id", Ids.stableUuid("division/" + world.organizationId()))
        .put("name", "Home");
  }

  private static ObjectNode named(World world) {
    return Json.object().put("id", world.organizationId()).put("name", world.organizationName());
  }
}
