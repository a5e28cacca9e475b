package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The WhatsApp Business Account: its facts, numbers, templates and subscribed apps.
final class AccountEndpoints {
  private static final List<String> USUAL =
      List.of("id", "name", "currency", "timezone_id", "message_template_namespace");
  private static final List<String> NUMBER_USUAL =
      List.of("id", "display_phone_number", "verified_name", "quality_rating");

  private final Handshake handshake;
  private final NumberEndpoints numbers;
  private final LiveSettings settings;

  AccountEndpoints(Handshake handshake, NumberEndpoints numbers, LiveSettings settings) {
    this.handshake = handshake;
    this.numbers = numbers;
    this.settings = settings;
  }

  Reply read(WhatsAppAccount account, Call call) {
    ObjectNode facts =
        Json.object()
            .put("id", account.facts().wabaId())
            .put("name", account.world().organizationName())
            .put("status", "ACTIVE")
            .put("currency", "USD")
            .put("country", "US")
            .put("timezone_id", "1")
            .put("message_template_namespace", "sandbox_templates")
            .put("account_review_status", settings.flaws().accountReview())
            .put("business_verification_status", "verified")
            .put("ownership_type", "SELF")
            .put("whatsapp_business_manager_messaging_limit", "TIER_10K");
    facts
        .putObject("owner_business_info")
        .put("id", account.facts().wabaId() + "9")
        .put("name", account.world().organizationName());
    facts.set("health_status", Health.of(account, settings.flaws().canSendMessage()));
    return Reply.json(200, Fields.select(call, facts, USUAL));
  }

  Reply phoneNumbers(WhatsAppAccount account, Call call) {
    ArrayNode list = Json.array();
    list.add(Fields.select(call, numbers.facts(account), NUMBER_USUAL));
    return paged(list);
  }

  Reply templates(WhatsAppAccount account, Call call) {
    ArrayNode list = Json.array();
    for (JsonNode template : settings.flaws().templates() ? Templates.list() : Json.array()) {
      list.add(Fields.select(call, (ObjectNode) template, List.copyOf(template.propertyNames())));
    }
    return paged(list);
  }

  Reply subscribedApps(WhatsAppAccount account, Call call) {
    ArrayNode list = Json.array();
    if (account.callbacks.isSubscribed()) {
      ObjectNode app = list.addObject();
      app.putObject("whatsapp_business_api_data")
          .put("id", account.facts().appId())
          .put("name", account.world().organizationName() + " connector")
          .put("link", "https://www.facebook.com/games/?app_id=" + account.facts().appId());
      account
          .callbacks
          .account()
          .ifPresent(uri -> app.put("override_callback_uri", uri.toString()));
    }
    ObjectNode answer = Json.object();
    answer.set("data", list);
    return Reply.json(200, answer);
  }

  /// `POST /{waba-id}/subscribed_apps`: subscribes; with an override it is verified first, without
  /// one a former override ends.
  Reply subscribe(WhatsAppAccount account, Call call) throws InterruptedException {
    Parameters parameters = Parameters.of(call);
    String address = parameters.text("override_callback_uri");
    account.callbacks.setAccount(
        address.isEmpty() ? null : handshake.verify(address, parameters.text("verify_token")));
    account.callbacks.subscribe();
    return Reply.json(200, Json.object().put("success", true));
  }

  Reply unsubscribe(WhatsAppAccount account, Call call) {
    account.callbacks.unsubscribe();
    return Reply.json(200, Json.object().put("success", true));
  }

  private static Reply paged(ArrayNode list) {
    ObjectNode answer = Json.object();
    answer.set("data", list);
    answer.putObject("paging").putObject("cursors").put("before", "MA").put("after", "MA");
    return Reply.json(200, answer);
  }
}
