package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.FaultTarget;
import io.agentsandbox.platform.Gateway;
import io.agentsandbox.platform.Reply;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;

/// Where each endpoint of the simulated Genesys Cloud is found.
final class GenesysRoutes {
  private static final String OPEN = "/conversations/messages/{integration}/inbound/open";
  private static final String INTEGRATIONS = "/conversations/messaging/integrations/open";
  private static final String RECIPIENTS = "/routing/message/recipients";
  private static final String RECEIVE = "conversation:message:receive";

  private final Gateway gateway;
  private final GenesysVoice voice;
  private final Authorised authorised;

  GenesysRoutes(Gateway gateway, GenesysVoice voice, Authorised authorised) {
    this.gateway = gateway;
    this.voice = voice;
    this.authorised = authorised;
  }

  void login(HttpRouting.Builder routing, AuthorizeEndpoints pages, TokenEndpoint tokens) {
    routing
        .get("/oauth/authorize", gateway.own(pages::authorize))
        .get("/login", gateway.own(pages::form))
        .post("/login", gateway.own(pages::signIn))
        .get("/logout", gateway.own(pages::logout))
        .post("/oauth/token", gateway.partner(FaultTarget.GENESYS_OAUTH, voice, tokens::token));
  }

  void inbound(HttpRules rules, InboundEndpoints inbound) {
    route(rules, Method.POST, OPEN + "/message", RECEIVE, inbound::message);
    route(rules, Method.POST, OPEN + "/receipt", RECEIVE, inbound::receipt);
    route(rules, Method.POST, OPEN + "/event", RECEIVE, inbound::event);
    route(rules, Method.POST, OPEN + "/structured/response", RECEIVE, inbound::structured);
    route(rules, Method.POST, "/conversations/messages/inbound/open", RECEIVE, inbound::allInOne);
  }

  void integrations(HttpRules rules, IntegrationEndpoints integrations) {
    String one = INTEGRATIONS + "/{integration}";
    route(rules, Method.GET, INTEGRATIONS, "messaging:integration:view", integrations::list);
    route(rules, Method.POST, INTEGRATIONS, "messaging:integration:add", integrations::create);
    route(rules, Method.GET, one, "messaging:integration:view", integrations::read);
    route(rules, Method.PATCH, one, "messaging:integration:edit", integrations::change);
    route(rules, Method.DELETE, one, "messaging:integration:delete", integrations::remove);
  }

  void routing(HttpRules rules, RoutingEndpoints routing) {
    String content = "/conversations/messaging/supportedcontent";
    String settings = "/conversations/messaging/settings";
    String manage = "routing:message:manage";
    String viewContent = "messaging:supportedContent:view";
    String viewSetting = "messaging:setting:view";
    String recipient = RECIPIENTS + "/{recipient}";
    route(rules, Method.GET, RECIPIENTS, manage, routing::recipients);
    route(rules, Method.GET, recipient, manage, routing::recipient);
    route(rules, Method.PUT, recipient, manage, routing::route);
    route(rules, Method.GET, content, viewContent, routing::supportedContents);
    route(rules, Method.GET, content + "/default", viewContent, routing::defaultSupportedContent);
    route(rules, Method.GET, content + "/{id}", viewContent, routing::supportedContent);
    route(rules, Method.GET, settings, viewSetting, routing::messagingSettings);
    route(rules, Method.GET, settings + "/default", viewSetting, routing::defaultMessagingSetting);
  }

  void directory(HttpRules rules, DirectoryEndpoints directory) {
    route(rules, Method.GET, "/users/me", directory::me);
    route(rules, Method.GET, "/organizations/me", directory::organization);
    route(rules, Method.GET, "/tokens/me", directory::token);
    route(rules, Method.HEAD, "/tokens/me", directory::tokenCheck);
    route(rules, Method.DELETE, "/tokens/me", directory::revoke);
    route(rules, Method.GET, "/authorization/subjects/me", directory::subject);
    route(rules, Method.GET, "/organizations/limits/namespaces", directory::namespaces);
    route(rules, Method.GET, "/organizations/limits/namespaces/{namespace}", directory::limits);
  }

  void conversations(HttpRules rules, ConversationEndpoints conversations) {
    String one = "/conversations/messages/{conversation}";
    String end = "conversation:communication:disconnect";
    String create = "conversation:message:create";
    String view = "conversation:message:view";
    route(
        rules, Method.POST, "/conversations/messages/agentless", create, conversations::agentless);
    route(rules, Method.GET, one, conversations::read);
    route(rules, Method.POST, one + "/messages/bulk", view, conversations::bulk);
    route(rules, Method.PATCH, one, end, conversations::change);
    route(rules, Method.PATCH, one + "/participants/{participant}", end, conversations::change);
  }

  void analytics(HttpRules rules, AnalyticsEndpoints analytics) {
    route(
        rules,
        Method.POST,
        "/analytics/conversations/details/query",
        "analytics:conversationDetail:view",
        analytics::details);
  }

  /// Files that agents sent; Genesys hands them out under unguessable addresses.
  void downloads(HttpRules rules, Downloads downloads) {
    rules.get(
        "/downloads/{download}", gateway.partner(FaultTarget.GENESYS_API, voice, downloads::read));
  }

  void rest(HttpRules rules) {
    rules.any(
        gateway.partner(
            FaultTarget.GENESYS_API, voice, authorised.endpoint(GenesysRoutes::unknown)));
  }

  private static Reply unknown(Caller caller, Call call) {
    throw GenesysRefusal.of(404, "not.found", "No such endpoint: " + call.path());
  }

  private void route(HttpRules rules, Method method, String path, Authorised.Action action) {
    FaultTarget target =
        path.contains("/inbound/open") ? FaultTarget.GENESYS_INBOUND : FaultTarget.GENESYS_API;
    rules.route(method, path, gateway.partner(target, voice, authorised.endpoint(action)));
  }

  private void route(
      HttpRules rules, Method method, String path, String permission, Authorised.Action action) {
    FaultTarget target =
        path.contains("/inbound/open") ? FaultTarget.GENESYS_INBOUND : FaultTarget.GENESYS_API;
    rules.route(
        method, path, gateway.partner(target, voice, authorised.endpoint(permission, action)));
  }
}
