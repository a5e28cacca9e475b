package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The app: facts about tokens and the app's own webhook subscription.
final class AppEndpoints {
  private static final long ISSUED_AT = 1_767_225_600L;

  private final GraphTokens tokens;
  private final Handshake handshake;
  private final LiveSettings settings;

  AppEndpoints(GraphTokens tokens, Handshake handshake, LiveSettings settings) {
    this.tokens = tokens;
    this.handshake = handshake;
    this.settings = settings;
  }

  /// `GET /debug_token`. `granular_scopes` lack the account's id, as they may since June 2026.
  Reply debugToken(Call call) {
    String input = call.query("input_token").orElse("");
    if (input.isEmpty()) {
      throw GraphRefusal.badParameter("The parameter input_token is required.");
    }
    GraphTokens.Owner asker = tokens.require(call);
    var owner = tokens.find(input).filter(found -> found.world().equals(asker.world()));
    ObjectNode answer = Json.object();
    ObjectNode data = answer.putObject("data");
    if (owner.isEmpty()) {
      data.put("is_valid", false);
      data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token.");
      data.putArray("scopes");
      return Reply.json(200, answer);
    }
    data.put("app_id", asker.world().meta().appId())
        .put("type", owner.get().app() ? "APP" : settings.flaws().tokenKind())
        .put("application", asker.world().organizationName() + " connector")
        .put("is_valid", !tokens.isExpired(owner.get()))
        .put("expires_at", owner.get().app() ? 0 : settings.meta().tokenExpiresAt())
        .put("data_access_expires_at", 0)
        .put("issued_at", ISSUED_AT);
    ArrayNode scopes = data.putArray("scopes");
    for (String scope : settings.flaws().tokenScopes().split("\\s*,\\s*", -1)) {
      scopes.add(scope);
    }
    data.putArray("granular_scopes").addObject().put("scope", "whatsapp_business_messaging");
    return Reply.json(200, answer);
  }

  Reply subscriptions(WhatsAppAccount account, Call call) {
    requireAppToken(call);
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    account
        .callbacks
        .app()
        .ifPresent(uri -> {
          ObjectNode subscription =
              data.addObject()
                  .put("object", "whatsapp_business_account")
                  .put("callback_url", uri.toString())
                  .put("active", true);
          subscription
              .putArray("fields")
              .addObject()
              .put("name", "messages")
              .put("version", "v26.0");
        });
    return Reply.json(200, answer);
  }

  Reply subscribe(WhatsAppAccount account, Call call) throws InterruptedException {
    requireAppToken(call);
    Parameters parameters = Parameters.of(call);
    if (!parameters.text("object").equals("whatsapp_business_account")) {
      throw GraphRefusal.badParameter("object must be whatsapp_business_account");
    }
    account.callbacks.setApp(
        handshake.verify(parameters.text("callback_url"), parameters.text("verify_token")));
    return Reply.json(200, Json.object().put("success", true));
  }

  Reply unsubscribe(WhatsAppAccount account, Call call) {
    requireAppToken(call);
    account.callbacks.setApp(null);
    return Reply.json(200, Json.object().put("success", true));
  }

  private void requireAppToken(Call call) {
    if (!tokens.require(call).app()) {
      throw GraphRefusal.of(
          400, 15, "(#15) This method must be called with an app access_token.", "");
    }
  }
}
